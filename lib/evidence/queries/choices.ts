import { nodesIn } from "@/lib/handbook/queries/headings"
import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Quarter, quarterAfter, quarterBefore } from "@/lib/platform/periods"
import type { NamedPerson } from "@/lib/units/queries/owners"

export type FilterChoices = { /** The one person that the address names. */ owner: NamedPerson | null; nodes: { code: string; title: Text }[]; quarters: Quarter[]; quarter: Quarter }

/** What the list of obligations can be filtered by; the quarters run from two before the present one to the next. */
export async function choicesIn(tx: Tx, quarter: Quarter, editionId: string | undefined, owner: NamedPerson | null): Promise<FilterChoices> {
  return {
    owner,
    nodes: editionId ? await nodesIn(tx, editionId) : [],
    quarters: [quarterAfter(quarter), quarter, quarterBefore(quarter), quarterBefore(quarterBefore(quarter))],
    quarter,
  }
}
