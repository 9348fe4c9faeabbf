import type { Day } from "@/lib/platform/days"
import { fiscalYearEnd } from "@/lib/platform/periods"
import type { Params } from "@/lib/platform/refusal"
import { coverageOf, type Shared } from "./coverage"
import type { Materiality } from "./materiality"

/** What a rule sees of a scope. Names are in the reader's language. */
export type Scoped = {
  year: number
  materiality: Materiality | null
  /** Units of the company that nobody has decided on, by code. */
  undecided: readonly string[]
  inScope: ReadonlySet<string>
  accounts: readonly (Shared & { name: string; ground: string; processes: readonly string[] })[]
  risks: readonly { name: string; points: readonly string[] }[]
  providers: readonly { name: string; report: string; periodTo: Day | null }[]
  /** Codes that the edition in force does not hold. */
  unknownCodes: readonly string[]
}
/** A message under `scoping.gaps` or `scoping.warnings`. */
export type Remark = { key: string; params: Params }

/** What keeps a scope from being approved. */
export function gapsOf(scope: Scoped): Remark[] {
  const { materiality, accounts } = scope
  const when = (is: boolean, key: string, params: Params = {}): Remark[] => (is ? [{ key, params }] : [])
  return [
    ...when(materiality === null, "materiality"),
    ...when(accounts.length === 0, "accounts"),
    ...when(scope.risks.length === 0, "risks"),
    ...when(scope.undecided.length > 0, "undecided", { units: scope.undecided.join(", ") }),
    ...when(scope.unknownCodes.length > 0, "codes", { codes: scope.unknownCodes.join(", ") }),
    ...accounts.flatMap((account) => [
      ...when(account.processes.length === 0, "process", { name: account.name }),
      ...when(coverageOf(account, scope.inScope).covered === 0, "uncovered", { name: account.name }),
      ...when(materiality !== null && account.ground === "quantitative" && account.amount < materiality.performance, "below", { name: account.name }),
    ]),
  ]
}

/** What its approver should know: a fraud risk that no point answers, an account not wholly placed, a provider's report that ends early or is none. */
export function warningsOf(scope: Scoped): Remark[] {
  return [
    ...scope.risks.filter(({ points }) => points.length === 0).map(({ name }) => ({ key: "unanswered", params: { name } })),
    ...scope.accounts.flatMap((account) => {
      const { unplaced } = coverageOf(account, scope.inScope)
      return unplaced > 0 ? [{ key: "unplaced", params: { name: account.name, percent: unplaced } }] : []
    }),
    ...scope.providers.flatMap(({ name, report, periodTo }) => {
      if (report === "none") return [{ key: "unreported", params: { name } }]
      return periodTo === null || periodTo < fiscalYearEnd(scope.year) ? [{ key: "endsEarly", params: { name, day: periodTo ?? "—" } }] : []
    }),
  ]
}
