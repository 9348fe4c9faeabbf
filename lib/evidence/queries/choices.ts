import { editionInForce, toldEdition } from "@/lib/handbook/queries/editions"
import { nodesIn } from "@/lib/handbook/queries/headings"
import type { Text } from "@/lib/platform/actor"
import { askAtOnce, nothing } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { todayIn, type Work } from "@/lib/platform/door"
import { type Quarter, quarterAfter, quarterBefore, quarterOf } from "@/lib/platform/periods"
import { type NamedPerson, peopleOwning } from "@/lib/units/queries/owners"

export type FilterChoices = { owners: NamedPerson[]; nodes: { code: string; title: Text }[]; quarters: Quarter[]; quarter: Quarter }

/** What the list of obligations can be filtered by in a unit; the quarters run from two before this one to the next. */
export async function choicesIn({ tx, now }: Work, unitId: string | undefined): Promise<FilterChoices> {
  const day = await todayIn(tx)
  const { inForce, owners } = await askAtOnce(tx, { inForce: editionInForce(day), owners: unitId ? peopleOwning(unitId, day) : nothing<NamedPerson[]>() })
  const edition = toldEdition(tx, inForce)
  const quarter = quarterOf(today(now))
  return {
    owners: owners ?? [],
    nodes: edition ? await nodesIn(tx, edition.id) : [],
    quarters: [quarterAfter(quarter), quarter, quarterBefore(quarter), quarterBefore(quarterBefore(quarter))],
    quarter,
  }
}
