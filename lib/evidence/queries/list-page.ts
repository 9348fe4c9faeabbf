import type { ObligationFilter } from "@/lib/evidence/schema"
import { editionInForce, toldEdition } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { askAtOnce } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader, todayIn } from "@/lib/platform/door"
import { type Quarter, quarterOf } from "@/lib/platform/periods"
import { answererNamed } from "@/lib/units/queries/owners"
import { choicesIn, type FilterChoices } from "./choices"
import { listedIn, obligationsAsked, type ObligationList } from "./obligations"
import { readStanding } from "./standing"

/** What the page of obligations shows, in one statement; `asked` says what is asked for where the present quarter is this. */
export async function obligationsPage(actor: Actor, asked: (quarter: Quarter) => ObligationFilter): Promise<{ choices: FilterChoices; list: ObligationList }> {
  return asReader(actor, async (work) => {
    const { tx, now } = work
    const quarter = quarterOf(today(now))
    const filter = asked(quarter)
    const told = await askAtOnce(tx, {
      inForce: editionInForce(await todayIn(tx)), list: await obligationsAsked(work, filter), named: answererNamed(filter.owner === undefined || filter.owner === "me" ? null : filter.owner),
    })
    const edition = toldEdition(tx, told.inForce)
    const [named] = told.named
    return {
      choices: await choicesIn(tx, quarter, edition?.id, named ? { id: named.id, name: { zh: named.nameZh, en: named.nameEn } } : null),
      list: await listedIn(tx, filter, readStanding(told.list)),
    }
  })
}
