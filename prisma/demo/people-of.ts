import { type Actor, actingAt } from "@/lib/platform/actor"
import { actorOfEmail } from "@/lib/platform/identity"

export type When = string | Date

/** A person of the demonstration, acting at a moment (`2026-07-03T09:00` in Shanghai). */
export async function as(account: string, when: When): Promise<Actor> {
  const address = account.includes("@") ? account : `${account}@demo.keypoint.example`
  const actor = await actorOfEmail(address)
  if (!actor) throw new Error(`demonstration: nobody is ${address}`)
  return actingAt(actor, moment(when))
}

export function moment(when: When): Date {
  return typeof when === "string" ? new Date(`${when}:00+08:00`) : when
}
