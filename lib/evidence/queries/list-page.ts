import type { ObligationFilter } from "@/lib/evidence/schema"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Quarter } from "@/lib/platform/periods"
import { choicesIn, type FilterChoices } from "./choices"
import { obligationsIn, type ObligationList } from "./obligations"

/** What the page of obligations shows, in one transaction; `asked` says what is asked for where the present quarter is this. */
export async function obligationsPage(actor: Actor, unitId: string | undefined, asked: (quarter: Quarter) => ObligationFilter): Promise<{ choices: FilterChoices; list: ObligationList }> {
  return asReader(actor, async (work) => {
    const choices = await choicesIn(work, unitId)
    return { choices, list: await obligationsIn(work, asked(choices.quarter)) }
  })
}
