import { record } from "@/lib/audit/record"
import { mayDistribute } from "@/lib/distributions/policy"
import { listsIn, type ListRow } from "@/lib/distributions/queries/lists"
import { remindsItself } from "@/lib/distributions/rules/lists"
import type { OfUnit } from "@/lib/distributions/schema"
import { latestPublishedIn } from "@/lib/handbook/queries/editions"
import { type Actor, job } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, asReader, type Work } from "@/lib/platform/door"
import { wordsIn } from "@/lib/platform/i18n/words"
import { postMail } from "@/lib/platform/outbox"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { accountIn } from "@/lib/units/queries/people"
import { unitOf, unitsIn } from "@/lib/units/queries/units"

/** Writes to everybody of a unit who has not confirmed yet; at most once a day each. */
export async function remind(actor: Actor, input: OfUnit): Promise<Result<{ id: string; reminded: number }>> {
  return asActor(actor, "distributions.remind", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayDistribute(actor, unit.id), { unitId: unit.id })
    const day = today(work.now)
    return remindWithin(work, unit.id, ({ remindedAt }) => remindedAt === null || today(remindedAt) < day)
  })
}

/** What the passing of days asks for: a reminder shortly before the last day, and one after it. */
export async function remindByItself(at?: Date): Promise<number> {
  const actor = { ...job, at }
  const units = await asReader(actor, ({ tx }) => unitsIn(tx, actor))
  let reminded = 0
  for (const unit of units) {
    const done = await asActor(actor, "distributions.remind", async (work) => {
      const day = today(work.now)
      refuseCeased(unit, day)
      return remindWithin(work, unit.id, ({ dueOn, remindedAt }) => remindsItself({ dueOn, remindedOn: remindedAt && today(remindedAt) }, day))
    })
    if (done.ok) reminded += done.value.reminded
  }
  return reminded
}

async function remindWithin(work: Work, unitId: string, due: (list: ListRow) => boolean): Promise<{ id: string; reminded: number }> {
  const edition = (await latestPublishedIn(work.tx)) ?? refuse("conflict", "distributions.refusals.noEdition")
  await work.tx.$queryRaw`select id from "Distribution" where "unitId" = ${unitId}::uuid and "confirmedAt" is null for update`
  const lists = (await listsIn(work.tx, { unitId, editionId: edition.id, confirmedAt: null })).filter(due)
  if (lists.length === 0) refuse("conflict", "distributions.refusals.nobody")
  for (const personId of new Set(lists.map((list) => list.personId))) await write(work, { unitId, personId, number: edition.number, lists: lists.filter((list) => list.personId === personId) })
  await work.tx.distribution.updateMany({ where: { id: { in: lists.map(({ id }) => id) } }, data: { remindedAt: work.now } })
  await record(work, {
    type: "distributions.reminded", unitId, subjects: [{ kind: "edition", id: edition.id }], params: { number: edition.number, people: new Set(lists.map(({ personId }) => personId)).size },
  })
  return { id: unitId, reminded: lists.length }
}

type Letter = { unitId: string; personId: string; number: string; lists: ListRow[] }

async function write(work: Work, { unitId, personId, number, lists }: Letter): Promise<void> {
  const person = await accountIn(work.tx, { id: personId })
  if (!person) return
  const words = wordsIn(person.language, "distributions.mail")
  const points = lists.reduce((sum, { owned, known }) => sum + owned.length + known.length, 0)
  const due = lists.map(({ dueOn }) => dueOn).toSorted()[0] ?? ""
  await postMail(work, { unitId, personId }, { to: person.email, subject: words("subject", { number }), text: words("text", { name: person.nameZh, number, points, due }) })
}
