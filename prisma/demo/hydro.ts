import { planAssessment } from "@/lib/assessments/commands/plan"
import { askTester, lendTester } from "@/lib/borrowings/commands/borrow"
import { logEvidence } from "./evidence"
import type { Organisation } from "./organisation"
import { as } from "./people-of"
import { must } from "./said"
import { assign, dueLines, openQuarter } from "./testing"

const at = (account: string, plant: string) => `${account}@${plant}.demo.keypoint.example`

/** HYDRO has opened its fourth quarter: October's revenue and payroll are logged, and testers assigned, one of them borrowed; WIND has only planned it. */
export async function beginAtHydro({ hydro, west, wind }: Organisation): Promise<void> {
  const [lead, reviewer] = [await as(at("finance", "hydro"), "2026-10-09T09:00"), await as(at("ledger", "hydro"), "2026-10-09T09:00")]
  const assessmentId = await openQuarter({ unitId: hydro.id, quarter: "2026-Q4", lead, opened: "2026-10-09T09:00" })
  const away = { personId: hydro.people.get("receivables") ?? "", deputyId: hydro.people.get("owner") ?? "", from: "2026-10-26" }
  await logEvidence({ unitId: hydro.id, quarter: "2026-Q4", until: "2026-11-12", reader: lead, reviewers: [reviewer], fates: new Map(), only: new Set(["3.1", "3.7"]), away })
  const lines = await dueLines(lead, assessmentId)
  const of = (process: string) => lines.filter(({ nodeCode }) => nodeCode === process)
  await assign(lead, of("3.1"), "2026-11-16T09:00", await as(at("tester", "hydro"), "2026-11-16T09:00"), await as(at("tester2", "hydro"), "2026-11-16T09:00"))
  // Both testers of HYDRO share in the bonus that these points are about.
  const reason = "工资薪酬的底稿：本厂两名测评员参与同一绩效考核分配，需外单位人员测试。"
  const asked = must(await askTester(await as(at("finance", "hydro"), "2026-11-16T09:30"), { testIds: of("3.7").map(({ id }) => id), lastDay: "2027-01-29", reason, personId: undefined }), "a tester asked for")
  must(await lendTester(await as("office2", "2026-11-17T11:00"), { id: asked.id, version: undefined, personId: west.people.get("tester2") ?? "" }), "a tester lent")
  must(await planAssessment(await as(at("finance", "wind"), "2026-10-12T10:00"), { unitId: wind.id, quarter: "2026-Q4" }), "WIND's plan")
}
