import { mayAdminister, mayDecideRemoval } from "@/lib/access/policy"
import { grantedIn } from "@/lib/access/queries/people"
import { removalLapsed } from "@/lib/access/rules"
import type { AskRemoval, DecideRemoval, OfPerson } from "@/lib/access/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { wordsIn } from "@/lib/platform/i18n/words"
import { newId } from "@/lib/platform/ids"
import { postMail } from "@/lib/platform/outbox"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { accountIn, type PersonRow } from "@/lib/units/queries/people"

/** An administrator asks that a person's second factor be removed; another one has seven days to do it. */
export async function askRemoval(actor: Actor, input: AskRemoval): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.ask-removal", async (work) => {
    const { person, grants } = await concerned(work, input.personId)
    permit(mayAdminister(actor, { ...person, grantedIn: grants }), { unitId: person.unitId, id: person.id })
    permit(mayDecideRemoval(actor, { personId: person.id, requestedBy: null }), { unitId: person.unitId, id: person.id })
    await lapse(work, person.id)
    const id = newId()
    await work.tx.secondFactorRemoval.create({
      data: { id, unitId: person.unitId, personId: person.id, reason: input.reason, requestedBy: actor.personId ?? "", requestedAt: work.now }, select: { id: true },
    })
    await record(work, { type: "access.removal-asked", unitId: person.unitId, subjects: about(person), params: named(person), why: input.reason })
    return { id }
  })
}

/** Another administrator removes it or declines. Removing ends every session of the person, who is told by mail. */
export async function decideRemoval(actor: Actor, input: DecideRemoval): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.decide-removal", async (work) => {
    await work.tx.$queryRaw`select id from "SecondFactorRemoval" where id = ${input.id}::uuid for update`
    const wish = found(await work.tx.secondFactorRemoval.findUnique({
      where: { id: input.id }, select: { id: true, personId: true, requestedBy: true, requestedAt: true, outcome: true, reason: true },
    }))
    const { person, grants } = await concerned(work, wish.personId)
    permit(mayAdminister(actor, { ...person, grantedIn: grants }), { unitId: person.unitId, id: person.id })
    if (wish.outcome !== null || removalLapsed(wish.requestedAt, work.now)) refuse("wrong-state", "access.refusals.removalOver")
    permit(mayDecideRemoval(actor, wish), { unitId: person.unitId, id: person.id })
    await work.tx.secondFactorRemoval.update({ where: { id: wish.id }, data: { outcome: input.decision, decidedBy: actor.personId, decidedAt: work.now }, select: { id: true } })
    if (input.decision === "removed") await tell(work, person)
    await record(work, { type: `access.removal-${input.decision}`, unitId: person.unitId, subjects: about(person), params: named(person), why: wish.reason })
    return { id: wish.id }
  })
}

/** The operator at the command line, where two administrators are no longer to be had. */
export async function clearSecondFactor(actor: Actor, input: OfPerson): Promise<Result<{ id: string }>> {
  return asActor(actor, "access.clear-second-factor", async (work) => {
    if (actor.kind !== "operator") refuse("not-allowed", "common.refusals.not-allowed")
    const { person } = await concerned(work, input.personId)
    await work.tx.$executeRaw`select kp_clear_second_factor(${person.id}::uuid)`
    await tell(work, person)
    await record(work, { type: "access.removal-removed", unitId: person.unitId, subjects: about(person), params: named(person) })
    return { id: person.id }
  })
}

async function concerned(work: Work, personId: string) {
  await work.tx.$queryRaw`select id from "Person" where id = ${personId}::uuid for update`
  return { person: found(await accountIn(work.tx, { id: personId })), grants: await grantedIn(work.tx, personId) }
}

async function lapse({ tx, now }: Work, personId: string) {
  const open = await tx.secondFactorRemoval.findFirst({ where: { personId, outcome: null }, select: { id: true, requestedAt: true } })
  if (!open) return
  if (!removalLapsed(open.requestedAt, now)) refuse("conflict", "access.refusals.removalAsked")
  await tx.secondFactorRemoval.update({ where: { id: open.id }, data: { outcome: "lapsed", decidedAt: now }, select: { id: true } })
}

async function tell(work: Work, person: PersonRow) {
  const t = wordsIn(person.language, "access.mail")
  const text = t("removedText", { name: person.language === "en" ? person.nameEn : person.nameZh })
  await postMail(work, { unitId: person.unitId, personId: person.id }, { to: person.email, subject: t("removedSubject"), text })
}

const about = (person: PersonRow) => [{ kind: "person" as const, id: person.id }]
const named = (person: PersonRow) => ({ name: person.nameZh, nameEn: person.nameEn })
