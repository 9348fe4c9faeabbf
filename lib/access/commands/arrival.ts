import { keepPreferences } from "@/lib/access/commands/preferences"
import type { Enrolling } from "@/lib/access/commands/second-factor"
import { knowDevice, type SignedIn } from "@/lib/access/commands/sign-in"
import { seeStep } from "@/lib/access/queries/step"
import type { Actor } from "@/lib/platform/actor"
import { rememberDevice } from "@/lib/platform/device-cookie"
import { actorOfPerson } from "@/lib/platform/identity"
import { preferencesHere, rememberPreferences } from "@/lib/platform/preferences"
import { currentActor, rememberSession, sessionId } from "@/lib/platform/session"
import { forgetStep, stepOfBrowser } from "@/lib/platform/step-cookie"
import { themeOf } from "@/lib/platform/theme"

/**
 * The browser is signed in. What was chosen on this device before is the person's from now on; else theirs comes to this
 * device (only in actions and route handlers).
 */
export async function settleIn(person: SignedIn): Promise<void> {
  await rememberSession(person.sessionId, person)
  await forgetStep()
  await knowDevice(person.email, await rememberDevice())
  const here = await preferencesHere()
  const actor = await actorOfPerson(person.personId)
  if (actor && (here.language || here.theme)) await keepPreferences(actor, here)
  await rememberPreferences({ language: here.language ?? person.language, theme: here.theme ?? themeOf(person.theme) })
}

/** Who sets up a second factor in this browser: somebody signed in, or somebody whose sign-in asks for it. */
export async function enrollingHere(): Promise<{ actor: Actor; at: Enrolling } | null> {
  const [actor, id] = [await currentActor(), await sessionId()]
  if (actor && id) return { actor, at: { sessionId: id } }
  const open = await seeStep(await stepOfBrowser())
  return open?.awaiting === "enrolment" ? { actor: open.actor, at: { step: open.step } } : null
}
