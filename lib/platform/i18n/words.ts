import { createTranslator } from "next-intl"
import type { Params } from "@/lib/platform/refusal"
import { isLocale, defaultLocale } from "@/lib/platform/i18n/locales"
import { messagesOf } from "@/lib/platform/i18n/messages"

/** Words outside a page, for mail and documents: `wordsIn("en", "access")("mail.subject")`. */
export function wordsIn(language: string, namespace: string): (key: string, params?: Params) => string {
  const locale = isLocale(language) ? language : defaultLocale
  return createTranslator({ locale, messages: messagesOf(locale), namespace })
}
