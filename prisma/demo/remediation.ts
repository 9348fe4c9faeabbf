import { confirmDeficiency } from "@/lib/deficiencies/commands/confirmation"
import { closeDeficiency } from "@/lib/deficiencies/commands/ending"
import { gradeDeficiency, proposeGrade } from "@/lib/deficiencies/commands/grading"
import { reportImplemented, verifyImplementation } from "@/lib/deficiencies/commands/implementation"
import { agreePlan, startRemediation } from "@/lib/deficiencies/commands/plan"
import { passRetest, startRetest } from "@/lib/deficiencies/commands/retest"
import { asReader } from "@/lib/platform/door"
import { as } from "./people-of"
import { must } from "./said"

// The company's year, in yuan, against which a magnitude is weighed.
const year = { profitBeforeTax: 620_000_000, averageProfit: undefined, revenue: 9_800_000_000, assets: 21_500_000_000 }

type Weighed = { grade: "control-deficiency" | "significant-deficiency"; magnitude: number; reason: string }
type Plan = { head: string; owner: string; cause: "execution" | "misunderstanding"; actions: string; dueOn: string }

/** EAST's three deficiencies in October: confirmed, graded, planned; the first one is implemented. */
export async function agreeRemediation(unitId: string): Promise<void> {
  const idOf = await deficiencies(unitId)
  await implemented(idOf("3.1.2.4"))
  await begun(idOf("3.1.4.4"))
  await overdue(idOf("3.1.9.3"))
}

/** November: the first is retested and closed, the second implemented and waiting; the third falls overdue by itself. */
export async function finishRemediation(unitId: string): Promise<void> {
  const idOf = await deficiencies(unitId)
  await waiting(idOf("3.1.4.4"))
  await closed(idOf("3.1.2.4"))
}

async function deficiencies(unitId: string): Promise<(code: string) => string> {
  const reader = await as("finance", "2026-10-22T09:00")
  const rows = await asReader(reader, ({ tx }) => tx.deficiency.findMany({ where: { unitId }, select: { id: true, pointCode: true } }))
  return (code) => rows.find((row) => row.pointCode === code)?.id ?? ""
}

async function implemented(id: string): Promise<void> {
  await agree(id, { grade: "control-deficiency", magnitude: 420_000, reason: "单笔退补金额小，当季其余退补均有书面确认。" }, {
    head: "planning-head", owner: "statistician", cause: "execution", dueOn: "2026-10-30",
    actions: "1. 补取电网公司对该笔退补电量的书面确认；2. 统计员登记退补台账时附确认函编号，没有编号不得传递结算单。",
  })
  const owner = await as("statistician", "2026-10-27T10:00")
  must(await startRemediation(owner, about(id)), "remediation")
  must(await reportImplemented(await as("statistician", "2026-10-28T15:20"), { ...about(id), implementedOn: "2026-10-27", note: "确认函已补齐，台账增加“确认函编号”栏，已对全年退补逐笔补录。" }), "implementation")
  must(await verifyImplementation(await as("finance", "2026-10-29T09:40"), { ...about(id), note: "已查看台账与确认函原件。" }), "verification")
}

async function closed(id: string): Promise<void> {
  const retester = await as("tester2", "2026-11-10T09:00")
  must(await startRetest(retester, about(id)), "retest")
  const samples = [
    { occurredOn: "2026-11-03", reference: "退补 2026-11-01 号及电网确认函", passed: true, note: undefined },
    { occurredOn: "2026-11-05", reference: "退补 2026-11-02 号及电网确认函", passed: true, note: undefined },
  ]
  must(await passRetest(await as("tester2", "2026-11-10T11:00"), { ...about(id), samples, note: "整改后发生两笔，书面确认均在入账前取得。" }), "passed retest")
  must(await closeDeficiency(await as("office", "2026-11-12T14:00"), { ...about(id), reason: "整改到位，复测通过。" }), "closure")
}

async function begun(id: string): Promise<void> {
  await agree(id, { grade: "control-deficiency", magnitude: 1_800_000, reason: "只核对合计数，单项差错可能相互抵消，金额有限。" }, {
    head: "marketing-head", owner: "trader", cause: "misunderstanding", dueOn: "2026-11-06",
    actions: "编制两个细则逐项核对表，交易专责按考核项目与补偿项目逐项核对后签字，月度留存。",
  })
  must(await startRemediation(await as("trader", "2026-10-27T11:00"), about(id)), "remediation")
}

async function waiting(id: string): Promise<void> {
  must(await reportImplemented(await as("trader", "2026-11-05T16:00"), { ...about(id), implementedOn: "2026-11-04", note: "逐项核对表已启用，10 月已按新表核对。" }), "implementation")
  must(await verifyImplementation(await as("finance", "2026-11-06T10:00"), { ...about(id), note: "已查看 10 月核对表。" }), "verification")
}

async function overdue(id: string): Promise<void> {
  await agree(id, { grade: "significant-deficiency", magnitude: 21_000_000, reason: "31–60 天欠款无人跟进，坏账准备可能计提不足。" }, {
    head: "head", owner: "receivables", cause: "execution", dueOn: "2026-11-13",
    actions: "往来会计每周按账龄分级列出催收清单，31–60 天的由财务部负责人签批催收措施。",
  })
  must(await startRemediation(await as("receivables", "2026-10-28T09:00"), about(id)), "remediation")
}

async function agree(id: string, weighed: Weighed, plan: Plan): Promise<void> {
  must(await confirmDeficiency(await as(plan.head, "2026-10-22T10:00"), { ...about(id), note: "情况属实。" }), "confirmation")
  const grading = { ...about(id), ...weighed, ...year, likelihood: "reasonably-possible" as const, presumed: [] }
  must(await proposeGrade(await as("finance", "2026-10-22T15:00"), grading), "proposed grade")
  must(await gradeDeficiency(await as("office", "2026-10-24T10:00"), grading), "grade")
  const { actions, dueOn, cause } = plan
  must(await agreePlan(await as("finance", "2026-10-26T14:00"), { ...about(id), cause, actions, dueOn, remediatorPersonId: undefined }), "plan")
}

function about(id: string) {
  return { id, version: undefined }
}
