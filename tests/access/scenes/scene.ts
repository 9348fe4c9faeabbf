import type { Actor } from "@/lib/platform/actor"
import type { Stage } from "../cast"

/** What stands before an act, so that whoever may do it can: what is sent, and on which day (`2026-08-04`; today unless told). */
export type Scene = {
  input?: Record<string, unknown>
  /** Where the form's fields are called otherwise than the schema's. */
  form?: Record<string, unknown>
  day?: string
  /** What each who is signed in prepares for themselves, and then sends instead of `input`. */
  own?: (actor: Actor, sessionId: string) => Promise<Record<string, unknown>>
  /** What the product says to whoever could have done it in a state that the company has passed: `too-late` in the tables. */
  late?: string
  cookies?: Record<string, string>
}
export type SetScene = (stage: Stage) => Promise<Scene> | Scene

/** Fits every text that wants a reason. */
export const words = "经核对，确属如此"
