import "./globals.css"
import { NextIntlClientProvider } from "next-intl"
import { getLocale, getTranslations } from "next-intl/server"
import { cookies } from "next/headers"
import { type ReactNode } from "react"
import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales"
import { clientMessages, messagesOf } from "@/lib/platform/i18n/messages"
import { themeCookie, themeOf } from "@/lib/platform/theme"

export async function generateMetadata() {
  const t = await getTranslations("common.product")
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description") }
}

export const viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [asked, jar] = await Promise.all([getLocale(), cookies()])
  const locale = isLocale(asked) ? asked : defaultLocale
  const theme = themeOf(jar.get(themeCookie)?.value)
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <NextIntlClientProvider messages={clientMessages(messagesOf(locale))}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
