import { useTranslations } from "next-intl"
import { DiffWords } from "./diff-words"

type Props = { before: string; after: string; other: { lang: "zh-CN" | "en"; before: string; after: string } }

/** The words that differ in the reader's language; where these are the same and only the other language changed, it is shown and said so. */
export function DiffTexts({ before, after, other }: Props) {
  const t = useTranslations("common.words.diff")
  if (before !== after || other.before === other.after) return <DiffWords before={before} after={after} />
  return <><span className="text-ink-soft">{t(other.lang === "en" ? "onlyEnglish" : "onlyChinese")}</span> <span lang={other.lang}><DiffWords before={other.before} after={other.after} /></span></>
}
