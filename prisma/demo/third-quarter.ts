import { addDays } from "@/lib/platform/days"
import { logEvidence } from "./evidence"
import type { Fate } from "./evidence-contents"
import type { Organisation } from "./organisation"
import { as, moment } from "./people-of"
import { assign, closeQuarter, dueLines, type Findings, openQuarter, testPoint } from "./testing"
import { together } from "./together"

/** What was found in the third quarter, by the code of the point. */
export const findings: Findings = new Map([
  ["3.1.2.4", "8 月一笔退补电量仅凭电话确认入账，未取得电网公司书面确认。"],
  ["3.1.4.4", "两个细则考核结果与补偿费用未逐项核对，只核对了合计数。"],
  ["3.1.9.3", "第 33 周货款到期清单未按级别催收，31–60 天的欠款无人跟进。"],
])

/** The quarter that EAST lived through: evidence, tests, three failures, review, closing. */
export async function liveThirdQuarter({ east }: Organisation): Promise<void> {
  const [lead, reviewer, head, tester, tester2] = [
    await as("finance", "2026-07-01T08:30"), await as("evidence-reviewer", "2026-07-01T08:30"), await as("head", "2026-07-01T08:30"), await as("tester", "2026-10-12T09:00"), await as("tester2", "2026-10-12T09:00"),
  ]
  const assessmentId = await openQuarter({ unitId: east.id, quarter: "2026-Q3", lead, opened: "2026-07-01T08:30" })
  const quiet = ["3.1.5.4 2026-07", "3.1.5.4 2026-08", "3.1.5.4 2026-09", "3.1.2.4 2026-07", "3.1.2.4 2026-09"]
  const fates = new Map<string, Fate>([["3.1.2.2 2026-08", "returned"], ...quiet.map((key): [string, Fate] => [key, "did-not-occur"])])
  await logEvidence({ unitId: east.id, quarter: "2026-Q3", until: "2026-10-11", reader: lead, reviewers: [reviewer, head], fates })
  const lines = await dueLines(lead, assessmentId)
  await assign(lead, lines, "2026-10-12T08:40", tester, tester2)
  await together(lines, (line, index) => {
    const day = addDays("2026-10-12", Math.floor((index * 4) / lines.length))
    return testPoint(tester, line, moment(`${day}T${String(9 + (index % 8)).padStart(2, "0")}:10`), findings.get(line.code))
  })
  await closeQuarter(assessmentId, lead, tester2, { review: "2026-10-19T10:00", close: "2026-10-21T16:00" })
}
