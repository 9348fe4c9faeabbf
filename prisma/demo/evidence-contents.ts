import type { ListedObligation } from "@/lib/evidence/queries/obligations"
import { evidenceKinds } from "@/lib/evidence/schema"
import { photoPaper, sheetPaper } from "./papers"

/** What becomes of one obligation in the story; without a word it is logged in time and accepted. */
export type Fate = "missing" | "returned" | "did-not-occur" | "waiting"

// Points on occurrence that hardly ever occur: their registers hold a single entry.
const rarely = new Set(["3.1.1.2", "3.1.2.4", "3.1.5.4"])

/** What an owner enters for some obligations of theirs that one record answers, with a small real file. */
export async function contentsOf(together: ListedObligation[], index: number, fate: Fate | undefined) {
  const [obligation] = together
  if (!obligation) throw new Error("demonstration: a record answers something")
  const obligationIds = together.map(({ id }) => id)
  const nothing = { occurred: "no" as const, note: "本期没有发生该类业务，已核对合同台账与付款清单，无登记。", files: [], obligationIds }
  if (fate === "did-not-occur") return nothing
  const codes = together.map(({ code }) => code).join("、")
  const title = `${codes} ${obligation.title.zh} ${obligation.period}`
  const paper = index % 3 === 0 ? await photoPaper(title, index) : await sheetPaper(title, together.flatMap(facts))
  const common = { occurred: "yes" as const, obligationIds, files: [paper], note: `${codes} 已按手册要求完成，${obligation.period}。`, reference: reference(obligation, index) }
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
