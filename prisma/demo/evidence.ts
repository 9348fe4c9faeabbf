import { acceptUse, returnUse } from "@/lib/evidence/commands/review"
import { resubmitEvidence } from "@/lib/evidence/commands/resubmit"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { evidenceKinds } from "@/lib/evidence/schema"
import { type ListedObligation, listObligations } from "@/lib/evidence/queries/obligations"
import { recordOf } from "@/lib/evidence/queries/record"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { addDays, type Day } from "@/lib/platform/days"
import { actorOfPerson } from "@/lib/platform/identity"
import { photoPaper, sheetPaper } from "./papers"
import { moment } from "./people-of"
import { must } from "./said"

// Points on occurrence that hardly ever occur: their registers hold a single entry.
const rarely = new Set(["3.1.1.2", "3.1.2.4", "3.1.5.4"])

/** What becomes of one obligation in the story; without a word it is logged in time and accepted. */
export type Fate = "missing" | "returned" | "did-not-occur" | "waiting"
export type Story = { unitId: string; quarter: string; until: Day; reader: Actor; reviewer: Actor; fates: Map<string, Fate> }

/** Logs a quarter's evidence by its owners: what fell due by `until`, each record reviewed by another person. */
export async function logEvidence(story: Story): Promise<void> {
  const owed: ListedObligation[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listObligations(actingAt(story.reader, at(story.until, 20)), { unit: story.unitId, period: story.quarter, limit: 200, cursor })
    owed.push(...page.items)
    if (page.next === null) break
    cursor = page.next
  }
  for (const [index, obligation] of owed.entries()) {
    const fate = story.fates.get(`${obligation.code} ${obligation.period}`)
    if (fate !== "missing" && obligation.owner && obligation.periodEnd < story.until) await log(story, obligation, index, fate)
  }
}

async function log(story: Story, obligation: ListedObligation, index: number, fate: Fate | undefined): Promise<void> {
  const person = await actorOfPerson(obligation.owner?.id ?? "")
  if (!person) return
  const day = addDays(obligation.periodEnd, 1 + (index % 3))
  const owner = actingAt(person, at(day, 9 + (index % 8)))
  const sent = must(await submitEvidence(owner, await contents(obligation, index, fate)), `evidence of ${obligation.code} ${obligation.period}`)
  if (fate === "waiting") return
  const reviewer = (days: number) => actingAt(story.reviewer, at(addDays(day, days), 16))
  if (fate === "returned") {
    const reason = "照片中签字不清，请补充对方签字页后重新提交。"
    must(await returnUse(reviewer(1), { id: await waitingUse(story.reader, sent.id), revision: undefined, reason }), "return")
    const { obligationIds: _, ...better } = await contents(obligation, index, undefined)
    const again = { ...better, recordId: sent.id, version: 1, reason: "补充对方签字页。", keep: [] }
    must(await resubmitEvidence(actingAt(person, at(addDays(day, 2), 10)), again), "resubmission")
  }
  must(await acceptUse(reviewer(3), { id: await waitingUse(story.reader, sent.id), revision: undefined }), `acceptance of ${obligation.code}`)
}

async function waitingUse(reader: Actor, recordId: string): Promise<string> {
  const record = await recordOf(reader, recordId)
  const use = record?.versions.flatMap((version) => version.uses).find((one) => one.status === "submitted")
  if (!use) throw new Error(`demonstration: nothing waits in record ${recordId}`)
  return use.id
}

async function contents(obligation: ListedObligation, index: number, fate: Fate | undefined) {
  const title = `${obligation.code} ${obligation.title.zh} ${obligation.period}`
  const nothing = { occurred: "no" as const, note: "本期没有发生该类业务，已核对合同台账与付款清单，无登记。", files: [], obligationIds: [obligation.id] }
  if (fate === "did-not-occur") return nothing
  const paper = index % 3 === 0 ? await photoPaper(title, index) : await sheetPaper(title, facts(obligation))
  const common = { occurred: "yes" as const, obligationIds: [obligation.id], files: [paper], note: `${obligation.title.zh}已按手册要求完成，${obligation.period}。`, reference: reference(obligation, index) }
  if (obligation.kind === "register") {
    const count = rarely.has(obligation.code) ? 1 : 18 + (index % 13)
    return { ...common, count, source: "岗位登记簿", location: `${obligation.code} 登记簿，资料柜 ${1 + (index % 6)} 层` }
  }
  return { ...common, kind: evidenceKinds[index % 4] ?? "review", occurredOn: obligation.periodEnd }
}

function facts(obligation: ListedObligation): [string, string][] {
  return [["控制点", `${obligation.code} ${obligation.title.zh}`], ["所属期", obligation.period], ["执行日", obligation.periodEnd], ["结果", "核对一致，无差异"], ["签字", "责任人、复核人已签字"]]
}

function reference(obligation: ListedObligation, index: number): string {
  return `${obligation.code.replaceAll(".", "")}-${obligation.period.replaceAll("-", "")}-${String(index + 1).padStart(3, "0")}`
}

function at(day: Day, hour: number): Date {
  return moment(`${day}T${String(hour).padStart(2, "0")}:00`)
}
