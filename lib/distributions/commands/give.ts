import type { AuditEntry } from "@/lib/audit/events"
import { record } from "@/lib/audit/record"
import { mayDistribute } from "@/lib/distributions/policy"
import { listsIn, wantedIn } from "@/lib/distributions/queries/lists"
import { beyond, daysToConfirm } from "@/lib/distributions/rules/lists"
import type { OfUnit } from "@/lib/distributions/schema"
import { latestPublishedIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { addDays, dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { unitOf, unitsIn } from "@/lib/units/queries/units"
import { hasCeased } from "@/lib/units/rules"

type Edition = { id: string; number: string }
type Unit = { id: string; kind: string; to: Date | null }

/** Gives an edition to everybody in the units reached; what each unit's trail then says is left to the command that publishes. */
export async function distributeWithin(work: Work, edition: Edition): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (const unit of await unitsIn(work.tx, work.actor)) {
    const entry = await giveWithin(work, unit, edition)
    if (entry) entries.push(entry)
  }
  return entries
}

/** Gives out in one unit what is new there: people and owners who came after the edition was published (domain.md § 1). */
export async function distribute(actor: Actor, input: OfUnit): Promise<Result<{ id: string; given: number }>> {
  return asActor(actor, "distributions.give", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayDistribute(actor, unit.id), { unitId: unit.id })
    const edition = (await latestPublishedIn(work.tx)) ?? refuse("conflict", "distributions.refusals.noEdition")
    const entry = (await giveWithin(work, unit, edition)) ?? refuse("conflict", "distributions.refusals.nothingNew")
    await record(work, entry)
    return { id: unit.id, given: Number(entry.params?.people ?? 0) }
  })
}

async function giveWithin({ tx, now }: Work, unit: Unit, edition: Edition): Promise<AuditEntry | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`distribution ${unit.id}`}, 0))`
  const day = today(now)
  if (hasCeased(unit, day)) return null
  const given = await listsIn(tx, { unitId: unit.id, editionId: edition.id })
  const lists = (await wantedIn(tx, unit, edition.id, day)).flatMap((list) => beyond(list, given.filter(({ personId }) => personId === list.personId)) ?? [])
  if (lists.length === 0) return null
  const common = { unitId: unit.id, editionId: edition.id, givenAt: now, dueOn: dateOf(addDays(day, daysToConfirm)) }
  await tx.distribution.createMany({ data: lists.map((list) => ({ ...common, ...list, id: newId() })) })
  return {
    type: "distributions.given", unitId: unit.id, subjects: [{ kind: "edition", id: edition.id }],
    params: { number: edition.number, people: lists.length, due: addDays(day, daysToConfirm) },
  }
}
