import { makeLinkWithin, type Link } from "@/lib/access/commands/links"
import { linkHours } from "@/lib/access/rules"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import type { Result } from "@/lib/platform/refusal"
import { addPersonWithin } from "@/lib/units/commands/people"
import type { AddPerson } from "@/lib/units/schema"

/** Enters a person and makes the one-time link with which they set their first password. */
export async function createAccount(actor: Actor, input: AddPerson): Promise<Result<Link>> {
  return asActor(actor, "access.create-account", async (work) => {
    const person = await addPersonWithin(work, input)
    return makeLinkWithin(work, person, linkHours.made)
  })
}
