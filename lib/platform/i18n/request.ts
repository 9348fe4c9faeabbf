import { cookies, headers } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { currentActor } from "@/lib/platform/session"
import { formatsOf } from "./formats"
import { defaultTimeZone, isLocale, localeCookie, negotiateLocale, type Locale } from "./locales"
import { messagesOf } from "./messages"

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await chosenLocale()
  return { locale, messages: messagesOf(locale), formats: formatsOf(locale), timeZone: defaultTimeZone }
})

/** What the reader chose on this device, else the person's own language, else what the browser asks for. */
async function chosenLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  if (isLocale(chosen)) return chosen
  const actor = await currentActor()
  return actor?.language ?? negotiateLocale((await headers()).get("accept-language"))
}
