import { getTranslations } from "next-intl/server"
import { isLocale, type Locale, negotiateLocale } from "@/lib/platform/i18n/locales"
import type { Params, Refusal, RefusalCode } from "@/lib/platform/refusal"

const statuses: Record<RefusalCode, number> = {
  unauthenticated: 401,
  "not-allowed": 403,
  "separation-of-duties": 403,
  "not-found": 404,
  "stale-version": 409,
  "wrong-state": 409,
  conflict: 409,
  "too-large": 413,
  "unsupported-type": 415,
  invalid: 422,
  "rate-limited": 429,
}

/** A refusal as RFC 9457 `application/problem+json`, its words in the caller's language. */
export async function problem(request: Request, refusal: Refusal): Promise<Response> {
  const say = await speaker(localeOf(request))
  const body = {
    type: "about:blank",
    title: refusal.code,
    status: statuses[refusal.code],
    code: refusal.code,
    detail: say(refusal.message, withWho(refusal, say)),
    errors: (refusal.errors ?? []).map((error) => ({ path: error.path, message: say(error.message, error.params) })),
  }
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" }
  if (body.status === 401) headers["www-authenticate"] = 'Bearer realm="Keypoint"'
  if (body.status === 429) headers["retry-after"] = "60"
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

/** The language asked for by `?lang=`, else by Accept-Language. */
export function localeOf(request: Request): Locale {
  const wanted = new URL(request.url).searchParams.get("lang")
  return isLocale(wanted) ? wanted : negotiateLocale(request.headers.get("accept-language"))
}

type Say = (key: string, params?: Params) => string

async function speaker(locale: Locale): Promise<Say> {
  const translate = await getTranslations({ locale })
  return (key, params) => (translate.has(key) ? translate(key, params) : key)
}

function withWho(refusal: Refusal, say: Say): Params {
  const who = (refusal.who ?? []).map((role) => say(`common.roles.${role}`)).join(", ")
  return { ...refusal.params, who }
}
