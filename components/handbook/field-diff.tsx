import { useLocale } from "next-intl"
import { DiffTexts } from "@/components/ui/diff-texts"
import type { Labels } from "@/lib/handbook/queries/labels"
import { useFieldText } from "./field-text"

/** What became of a field, its words marked; where only the other language changed, that one. */
export function FieldDiff({ field, labels, before, after }: { field: string; labels: Labels; before: unknown; after: unknown }) {
  const other = useLocale() === "en" ? "zh-CN" : "en"
  const [own, foreign] = [useFieldText(labels), useFieldText(labels, other)]
  return <DiffTexts before={own(field, before)} after={own(field, after)} other={{ lang: other, before: foreign(field, before), after: foreign(field, after) }} />
}
