import { makeLinkWithin, type Link } from "@/lib/access/commands/links"
import { mayAdminister } from "@/lib/access/policy"
import { grantedIn } from "@/lib/access/queries/people"
import { linkHours } from "@/lib/access/rules"
import type { OfPerson } from "@/lib/access/schema"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, permit, type Result } from "@/lib/platform/refusal"
import { addPersonWithin } from "@/lib/units/commands/people"
import { grantRoleWithin } from "@/lib/units/commands/roles"
import { accountIn } from "@/lib/units/queries/people"
import type { AddPerson, GrantRole } from "@/lib/units/schema"

type Granted = Pick<GrantRole, "unitId" | "role">

/** Enters a person, with roles if any are given, and makes the one-time link with which they set their first password. */
export async function createAccount(actor: Actor, input: AddPerson, granted: Granted[] = []): Promise<Result<Link>> {
  return asActor(actor, "access.create-account", async (work) => {
    const person = await addPersonWithin(work, input)
    for (const grant of granted) await grantRoleWithin(work, { ...grant, personId: person.id, from: undefined, to: undefined })
    return makeLinkWithin(work, person, linkHours.made)
  })
}

/** For somebody who cannot sign in: a new one-time link, and every session ends. */
export async function resetAccount(actor: Actor, input: OfPerson): Promise<Result<Link>> {
  return asActor(actor, "access.reset-account", async (work) => {
    const person = found(await accountIn(work.tx, { id: input.personId }))
    permit(mayAdminister(actor, { ...person, grantedIn: await grantedIn(work.tx, person.id) }), { unitId: person.unitId, id: person.id })
    await work.tx.$executeRaw`select kp_end_sessions_of(${person.id}::uuid, null)`
    const link = await makeLinkWithin(work, person, linkHours.made)
    await record(work, { type: "access.account-reset", unitId: person.unitId, subjects: [{ kind: "person", id: person.id }], params: { name: person.nameZh, nameEn: person.nameEn } })
    return link
  })
}
