import { cookies, headers } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { formatsOf } from "./formats"
import { defaultTimeZone, isLocale, localeCookie, negotiateLocale, type Locale } from "./locales"
import { messagesOf } from "./messages"

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await chosenLocale()
  return { locale, messages: messagesOf(locale), formats: formatsOf(locale), timeZone: defaultTimeZone }
})

/** What the reader chose (signing in brings what the person once chose), else what their browser asks for. */
async function chosenLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"))
}
