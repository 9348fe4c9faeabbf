import "server-only"
import { cookies } from "next/headers"
import { type Journey, journeySchema } from "@/lib/platform/openid"
import { secure } from "@/lib/platform/session"

const [name, path] = ["keypoint-openid", "/api/sign-in/openid"] as const

/** Keeps what the provider's answer must fit, for ten minutes and for this browser alone. */
export async function rememberJourney(journey: Journey): Promise<void> {
  ;(await cookies()).set(name, JSON.stringify(journey), { httpOnly: true, sameSite: "lax", secure: secure(), path, maxAge: 600 })
}

/** What was kept, and forgets it: an answer counts once. */
export async function takeJourney(): Promise<Journey | null> {
  const jar = await cookies()
  const kept = jar.get(name)?.value
  jar.delete({ name, path })
  try {
    return journeySchema.parse(JSON.parse(kept ?? ""))
  } catch {
    return null
  }
}
