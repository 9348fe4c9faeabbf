import { deviceOf, failures, noteFailed, subject, takeTry, wellKnown } from "@/lib/access/commands/attempts"
import { mayAdminister } from "@/lib/access/policy"
import { grantedIn } from "@/lib/access/queries/people"
import { freeTries, limits, linkHours } from "@/lib/access/rules"
import type { Forgotten, OfPerson, Visitor } from "@/lib/access/schema"
import { record } from "@/lib/audit/record"
import { type Actor, job } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { environment } from "@/lib/platform/env"
import { wordsIn } from "@/lib/platform/i18n/words"
import { newId } from "@/lib/platform/ids"
import { postMail } from "@/lib/platform/outbox"
import { found, permit, Refused, type Result } from "@/lib/platform/refusal"
import { digestOf, newSecret } from "@/lib/platform/secrets"
import { accountIn } from "@/lib/units/queries/people"

export type Link = { personId: string; address: string }
type Account = { id: string; unitId: string; email: string; nameZh: string; nameEn: string; language: string }

/** Makes a link with which a person sets a password once; it is shown now and never again. The administrator hands it on. */
export async function makeLink(actor: Actor, input: OfPerson): Promise<Result<Link>> {
  return asActor(actor, "access.make-link", async (work) => {
    const person = found(await accountIn(work.tx, { id: input.personId }))
    permit(mayAdminister(actor, { ...person, grantedIn: await grantedIn(work.tx, person.id) }), { unitId: person.unitId, id: person.id })
    const link = await makeLinkWithin(work, person, linkHours.made)
    await record(work, { type: "access.link-made", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: { name: person.nameZh, nameEn: person.nameEn } })
    return link
  })
}

/** The same within another command, which records it. */
export async function makeLinkWithin({ tx }: Work, person: { id: string }, hours: number): Promise<Link> {
  const secret = newSecret()
  await tx.$executeRaw`select kp_make_link(${newId()}::uuid, ${person.id}::uuid, ${digestOf(secret)}, make_interval(hours => ${hours}::int))`
  return { personId: person.id, address: `${environment().url}/set-password/${secret}` }
}

/**
 * Mails a link to whoever has this address. The answer is the same for everybody: call it after the page has answered. Askings wait
 * by account and place, as at sign-in: who asks much delays nobody else, neither elsewhere nor next to them, for each account
 * is heard at least once from everywhere, and a device on which it has signed in counts for itself.
 */
export async function mailLink(input: Forgotten, from: Visitor): Promise<Result<{ posted: boolean }>> {
  const [address, device] = [subject("forgotten", from.address), from.device ? deviceOf(input.email, from.device) : null]
  const own = device !== null && (await wellKnown(device))
  try {
    await takeTry(own ? subject("forgotten", device) : subject("forgotten", input.email, from.address), own ? limits.account : freeTries(await failures(address)))
    if (!own) await noteFailed(address)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
  return asActor(job, "access.mail-link", async (work) => {
    const person = await accountIn(work.tx, { email: input.email })
    if (!person) return { posted: false }
    await post(work, person)
    await record(work, { type: "access.link-mailed", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: { name: person.nameZh, nameEn: person.nameEn } })
    return { posted: true }
  })
}

async function post(work: Work, person: Account) {
  const t = wordsIn(person.language, "access.mail")
  const link = await makeLinkWithin(work, person, linkHours.mailed)
  const text = t("text", { name: person.language === "en" ? person.nameEn : person.nameZh, hours: linkHours.mailed, link: link.address })
  await postMail(work, { unitId: person.unitId, personId: person.id }, { to: person.email, subject: t("subject"), text })
}
