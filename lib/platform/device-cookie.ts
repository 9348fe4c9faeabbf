import "server-only"
import { cookies } from "next/headers"
import { newSecret } from "@/lib/platform/secrets"
import { secure } from "@/lib/platform/session"

const deviceCookie = "keypoint-device"

/** This browser's own secret, made when somebody first signs in with it; half a year from the last time (only in actions and route handlers). */
export async function rememberDevice(): Promise<string> {
  const jar = await cookies()
  const device = jar.get(deviceCookie)?.value ?? newSecret()
  jar.set(deviceCookie, device, { httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge: 180 * 86_400 })
  return device
}

export async function deviceOfBrowser(): Promise<string | null> {
  return (await cookies()).get(deviceCookie)?.value ?? null
}
