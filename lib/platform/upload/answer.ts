import { staysHere } from "@/lib/platform/inside"
import { keepForm } from "@/lib/platform/kept-forms"
import type { FormState, Refusal } from "@/lib/platform/refusal"

type Values = Record<string, string | string[]>
type Answer = { ok: true; to: string } | { ok: false; refusal: Refusal; values: Values }

/**
 * Answers a form with files: JSON to scripts, which keep what was typed and chosen; 303 to a plain form, on a refusal back to
 * the page that it came from, with a word in the address behind which that page finds the refusal and what was typed.
 */
export function answerForm(request: Request, personId: string | null, answer: Answer): Response {
  if ((request.headers.get("accept") ?? "").includes("application/json")) return Response.json(stateOf(answer), { headers: { "cache-control": "no-store" } })
  if (answer.ok) return seeOther(answer.to)
  if (answer.refusal.code === "unauthenticated" || personId === null) return seeOther("/sign-in")
  const { from, ...values } = answer.values
  const [path, query] = ownPath(from).split("?")
  const search = new URLSearchParams(query)
  search.set("kept", keepForm(personId, { refusal: answer.refusal, values }))
  return seeOther(`${path}?${search}`)
}

function stateOf(answer: Answer): Exclude<FormState, { status: "idle" }> & { to?: string } {
  return answer.ok ? { status: "done", to: answer.to } : { status: "refused", refusal: answer.refusal, values: {} }
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } })
}

function ownPath(from: string | string[] | undefined): string {
  const path = Array.isArray(from) ? from[0] : from
  return path && staysHere(path) ? path : "/"
}
