import "server-only"
import { cookies } from "next/headers"
import { secure } from "@/lib/platform/session"

const name = "keypoint-step"

/** The secret of the step between password and second factor that this browser is at; null when at none. */
export async function stepOfBrowser(): Promise<string | null> {
  return (await cookies()).get(name)?.value ?? null
}

/** Keeps it for the quarter of an hour that the step lasts (only in actions and route handlers). */
export async function rememberStep(step: string): Promise<void> {
  ;(await cookies()).set(name, step, { httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge: 15 * 60 })
}

export async function forgetStep(): Promise<void> {
  ;(await cookies()).delete(name)
}
