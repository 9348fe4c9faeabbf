"use client"

import "./globals.css"
import { NextIntlClientProvider } from "next-intl"
import { Failure } from "@/components/workspace/failure"
import common from "@/messages/zh-CN/common.json"
import english from "@/messages/en/common.json"

// The frame of the page itself failed, so the reader's language is unknown: Chinese, then English.
const sides = [
  { locale: "zh-CN", error: common.page.error },
  { locale: "en", error: english.page.error },
]

export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        {sides.map(({ locale, error }) => (
          <NextIntlClientProvider key={locale} locale={locale} messages={{ common: { page: { error } } }}>
            <div lang={locale}>
              <Failure {...props} />
            </div>
          </NextIntlClientProvider>
        ))}
      </body>
    </html>
  )
}
