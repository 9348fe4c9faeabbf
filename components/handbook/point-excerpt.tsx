import { useLocale } from "next-intl"
import { MarkedText } from "@/components/ui/marked-text"
import { excerpt } from "@/lib/handbook/rules/excerpt"
import { textIn, type Bilingual } from "@/lib/platform/i18n/text"

type Props = { point: { code: string; title: Bilingual; description: Bilingual }; search: string }

/** Where a point answers a search that its code and title do not show. */
export function PointExcerpt({ point: { code, title, description }, search }: Props) {
  const locale = useLocale()
  const chinese = locale === "en" ? "zh-CN" : locale
  const zh = [title, description].map((text) => ({ lang: "zh" as const, text: textIn(chinese, text) }))
  const en = [title, description].map(({ en: text }) => ({ lang: "en" as const, text: text ?? "" }))
  const [own, other] = locale === "en" ? [en, zh] : [zh, en]
  const found = excerpt([code, textIn(locale, title)], [...own, ...other], search)
  return found && <p lang={found.lang === "zh" ? chinese : "en"} className="max-w-prose pt-0.5 text-ink-soft"><MarkedText pieces={found.pieces} /></p>
}
