import "./globals.css"
import { NextIntlClientProvider } from "next-intl"
import { getLocale, getTranslations } from "next-intl/server"
import { cookies } from "next/headers"
import { type ReactNode } from "react"
import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales"
import { clientMessages, messagesOf } from "@/lib/platform/i18n/messages"
import { themeCookie, themeOf } from "@/lib/platform/theme"

export const viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [asked, jar, t] = await Promise.all([getLocale(), cookies(), getTranslations("common.product")])
  const locale = isLocale(asked) ? asked : defaultLocale
  const theme = themeOf(jar.get(themeCookie)?.value)
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <meta name="description" content={t("description")} />
        <NextIntlClientProvider messages={clientMessages(messagesOf(locale))}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
