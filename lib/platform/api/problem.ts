import { isAway } from "@/lib/platform/errors"
import { isLocale, type Locale, negotiateLocale } from "@/lib/platform/i18n/locales"
import { refusalIn } from "@/lib/platform/i18n/refusal-words"
import type { Refusal, RefusalCode } from "@/lib/platform/refusal"

const statuses: Record<RefusalCode, number> = {
  unauthenticated: 401,
  "not-allowed": 403,
  "separation-of-duties": 403,
  "not-found": 404,
  "wrong-method": 405,
  "stale-version": 409,
  "wrong-state": 409,
  conflict: 409,
  "too-large": 413,
  "unsupported-type": 415,
  invalid: 422,
  "rate-limited": 429,
  unavailable: 503,
}

/** A refusal as RFC 9457 `application/problem+json`, its words in the caller's language. */
export function problem(request: Request, refusal: Refusal): Response {
  const status = statuses[refusal.code]
  const body = { type: "about:blank", title: refusal.code, status, code: refusal.code, ...refusalIn(localeOf(request), refusal) }
  const headers: Record<string, string> = {}
  if (status === 401) headers["www-authenticate"] = 'Bearer realm="Keypoint"'
  if (status === 429) headers["retry-after"] = "60"
  if (status === 503) headers["retry-after"] = "5"
  return answer(body, headers)
}

/** Answers a method that a path is not served by; `methods` are those that it is. */
export function wrongMethod(...methods: string[]): (request: Request) => Response {
  return (request) => {
    const response = problem(request, { code: "wrong-method", message: "common.refusals.wrong-method" })
    response.headers.set("allow", methods.join(", "))
    return response
  }
}

/** A fault of ours: told in the server's log, not to the caller, but for a database that does not answer. */
export function fault(request: Request, error: unknown): Response {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  if (isAway(error)) return problem(request, { code: "unavailable", message: "common.refusals.away" })
  return answer({ type: "about:blank", title: "internal", status: 500, code: "internal", detail: "", errors: [] })
}

/** A route that is no operation of `serve`, held to the same answer when something fails. */
export function answered<Rest extends unknown[]>(run: (request: Request, ...rest: Rest) => Promise<Response>): (request: Request, ...rest: Rest) => Promise<Response> {
  return (request, ...rest) => run(request, ...rest).catch((error: unknown) => fault(request, error))
}

function answer(body: { status: number; [field: string]: unknown }, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status: body.status, headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  })
}

/** The language asked for by `?lang=`, else by Accept-Language. */
export function localeOf(request: Request): Locale {
  const wanted = new URL(request.url).searchParams.get("lang")
  return isLocale(wanted) ? wanted : negotiateLocale(request.headers.get("accept-language"))
}
