import { keepPreferences } from "@/lib/access/commands/preferences"
import type { SignedIn } from "@/lib/access/commands/sign-in"
import { actorOfPerson } from "@/lib/platform/identity"
import { preferencesHere, rememberPreferences } from "@/lib/platform/preferences"
import { rememberSession } from "@/lib/platform/session"
import { forgetStep } from "@/lib/platform/step-cookie"
import { themeOf } from "@/lib/platform/theme"

/**
 * The browser is signed in. What was chosen on this device before is the person's from now on; else theirs comes to this
 * device (only in actions and route handlers).
 */
export async function settleIn(person: SignedIn): Promise<void> {
  await rememberSession(person.sessionId, person)
  await forgetStep()
  const here = await preferencesHere()
  const actor = await actorOfPerson(person.personId)
  if (actor && (here.language || here.theme)) await keepPreferences(actor, here)
  await rememberPreferences({ language: here.language ?? person.language, theme: here.theme ?? themeOf(person.theme) })
}
