import { useLocale, useTranslations } from "next-intl"
import { DiffTexts } from "@/components/ui/diff-texts"
import type { Wording } from "@/lib/change-requests/rules/fields"
import type { Labels } from "@/lib/handbook/queries/labels"
import { textIn } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"

type Props = { field: string; labels: Labels | null }

/** What a wording says, in a language. */
function useWording({ field, labels }: Props, locale: string) {
  const common = useTranslations("common")
  return (wording: Wording): string => {
    if (!("value" in wording)) return textIn(locale, wording)
    const frequency = frequencies.find((known) => known === wording.value)
    if (field === "frequency" && frequency) return common(`frequencies.${frequency}`)
    return labels ? textIn(locale, labels.position(wording.value)) : wording.value
  }
}

/** What stands now and what is proposed, with the words that differ marked. */
export function WordingChange({ before, after, ...props }: Props & { before: Wording; after: Wording }) {
  const locale = useLocale()
  const other = locale === "en" ? "zh-CN" : "en"
  const [own, foreign] = [useWording(props, locale), useWording(props, other)]
  return <DiffTexts before={own(before)} after={own(after)} other={{ lang: other, before: foreign(before), after: foreign(after) }} />
}
