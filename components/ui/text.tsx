import { useLocale, useTranslations } from "next-intl"
import { lacksEnglish, textIn, type Bilingual } from "@/lib/platform/i18n/text"

/** A text of the catalogue or a name, in the reader's language; Chinese that stands for English is marked. */
export function Text({ text, marked = false }: { text: Bilingual; marked?: boolean }) {
  const t = useTranslations("common.words")
  const locale = useLocale()
  if (!lacksEnglish(locale, text)) return <>{textIn(locale, text)}</>
  return (
    <>
      <span lang="zh-CN">{text.zh}</span>
      {marked && <span className="text-ink-soft"> {t("notTranslated")}</span>}
    </>
  )
}
