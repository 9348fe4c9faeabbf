import { logEvidence } from "./evidence"
import type { Organisation } from "./organisation"
import { as } from "./people-of"
import { assign, dueLines, openQuarter, testPoint } from "./testing"
import { together } from "./together"

/** The quarter now open: EAST at work, with some records waiting and some overdue. NORTH has not opened its own. */
export async function beginFourthQuarter({ east }: Organisation): Promise<void> {
  const [lead, reviewer] = [await as("finance", "2026-10-09T08:30"), await as("evidence-reviewer", "2026-10-09T08:30")]
  const assessmentId = await openQuarter({ unitId: east.id, quarter: "2026-Q4", lead, opened: "2026-10-09T08:30" })
  const fates = new Map([
    ["3.1.6.1 2026-10", "missing" as const], ["3.1.6.2 2026-10", "missing" as const], ["3.1.10.1 2026-10", "missing" as const], ["3.1.4.2 2026-10", "waiting" as const],
    ["3.1.5.1 2026-10", "waiting" as const], ["3.1.5.4 2026-10", "did-not-occur" as const],
  ])
  // The people of the maintenance and project departments have not begun.
  const late = new Set(["3.4", "3.6"])
  await logEvidence({ unitId: east.id, quarter: "2026-Q4", until: "2026-11-19", reader: lead, reviewers: [reviewer], fates, late })
  const [tester, tester2] = [await as("tester", "2026-11-16T09:00"), await as("tester2", "2026-11-16T09:00")]
  const lines = (await dueLines(lead, assessmentId)).filter((line) => line.nodeCode === "3.1")
  await assign(lead, lines, "2026-11-16T08:40", tester, tester2)
  await together(lines.filter((one) => one.frequency === "daily"), (line) => testPoint(tester, line, new Date("2026-11-18T02:10:00Z"), undefined))
}
