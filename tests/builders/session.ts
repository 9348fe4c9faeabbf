import { signIn, type SignedIn } from "@/lib/access/commands/sign-in"
import type { SignIn, Visitor } from "@/lib/access/schema"
import { newId } from "@/lib/platform/ids"
import { done } from "./outcome"

/** A session that the password alone opens. */
export async function signedIn(input: SignIn, from: Visitor): Promise<SignedIn> {
  const entered = await done(signIn(input, from))
  if (!("sessionId" in entered)) throw new Error(`a second factor is wanted: ${entered.awaiting}`)
  return entered
}

/** A place from which nobody has signed in before. */
export function newPlace(): Visitor {
  return { address: newId(), agent: "test" }
}
