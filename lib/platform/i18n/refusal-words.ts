import { createTranslator, type Messages } from "next-intl"
import type { Locale } from "@/lib/platform/i18n/locales"
import { messagesOf } from "@/lib/platform/i18n/messages"
import type { Params, Refusal } from "@/lib/platform/refusal"

export type Said = { detail: string; errors: { path: string; message: string }[] }

/** A refusal in words outside a page, for the API and the command line: what was wrong, who could do it, and each field. */
export function refusalIn(locale: Locale, { code, message, params, who = [], errors = [] }: Refusal): Said {
  const messages: Messages = messagesOf(locale)
  const translate = createTranslator({ locale, messages, onError: () => {} })
  const say = (key: string, given?: Params) => (translate.has(key) ? translate(key, given) : key)
  const key = translate.has(message) ? message : `common.refusals.${code}`
  const roles = who.map((role) => say(`common.roles.${role}`))
  const named = roles.length > 0 ? new Intl.ListFormat(locale, { type: "disjunction" }).format(roles) : say("common.refusals.somebodyElse")
  const text = say(key, { ...params, who: named })
  const isUnnamed = roles.length > 0 && !String(translate.raw(key)).includes("{who")
  return {
    detail: isUnnamed ? say("common.refusals.andWho", { text, who: named }) : text,
    errors: errors.map((error) => ({ path: error.path, message: say(error.message, error.params) })),
  }
}
