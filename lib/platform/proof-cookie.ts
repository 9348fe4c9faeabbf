import "server-only"
import { cookies } from "next/headers"
import { secure } from "@/lib/platform/session"

const name = "keypoint-proof"

/** The secret of a fresh sign-in with the company account that this browser came back from; null when there is none. */
export async function proofOfBrowser(): Promise<string | null> {
  return (await cookies()).get(name)?.value ?? null
}

/** Keeps it for the ten minutes that it is good for (only in actions and route handlers). */
export async function rememberProof(proof: string): Promise<void> {
  ;(await cookies()).set(name, proof, { httpOnly: true, sameSite: "lax", secure: secure(), path: "/", maxAge: 600 })
}

export async function forgetProof(): Promise<void> {
  ;(await cookies()).delete(name)
}

/** What a form says, with this browser's fresh sign-in added; nobody else can name it, for no script reads it. */
export async function withProof(form: FormData): Promise<FormData> {
  form.set("proof", (await proofOfBrowser()) ?? "")
  return form
}
