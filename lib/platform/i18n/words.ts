import { createTranslator, type Messages } from "next-intl"
import { isLocale, defaultLocale } from "@/lib/platform/i18n/locales"
import { messagesOf } from "@/lib/platform/i18n/messages"
import type { Params } from "@/lib/platform/refusal"

/** Words outside a page, for mail and documents: `wordsIn("en", "access.mail")("subject")`. */
export function wordsIn(language: string, namespace: string): (key: string, params?: Params) => string {
  const locale = isLocale(language) ? language : defaultLocale
  const messages: Messages = messagesOf(locale)
  return createTranslator({ locale, messages, namespace })
}
