import { cookies, headers } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { formats } from "./formats"
import { defaultTimeZone, isLocale, localeCookie, negotiateLocale, type Locale } from "./locales"
import { messagesOf } from "./messages"

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await chosenLocale()
  return { locale, messages: messagesOf(locale), formats, timeZone: defaultTimeZone }
})

/** What the reader chose on this device, else what their browser asks for. Signing in sets the cookie from the person. */
async function chosenLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"))
}
