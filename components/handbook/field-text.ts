import { useLocale, useTranslations } from "next-intl"
import type { Labels } from "@/lib/handbook/queries/labels"
import { text } from "@/lib/handbook/schema/content"
import { textIn } from "@/lib/platform/i18n/text"

const lists: Record<string, string> = {
  frequency: "frequencies", nature: "natures", effect: "effects", assertions: "assertions", aspect: "aspects", component: "components", kinds: "unitKinds",
  evidenceKinds: "evidenceKinds", provenance: "provenance",
}

/** What a field of a content says, in the reader's language or another, as words that can be compared: names of positions and lists by their words. */
export function useFieldText(labels: Labels, language?: string) {
  const [own, common] = [useLocale(), useTranslations("common")]
  const locale = language ?? own
  const positions = ["ownerPosition", "performingPositions", "position"]
  return function said(field: string, value: unknown): string {
    if (value === null || value === undefined) return "—"
    if (Array.isArray(value)) return value.length === 0 ? "—" : value.map((one) => said(field, one)).join("\n")
    const bilingual = text.safeParse(value)
    if (bilingual.success) return textIn(locale, bilingual.data)
    if (typeof value === "object") return Object.entries(value).map(([key, one]) => (key === "key" ? `${String(one)}.` : said(field, one))).join(" ")
    const word = String(value)
    if (positions.includes(field)) return textIn(locale, labels.position(word))
    if (field === "department") return textIn(locale, labels.department(word))
    const list = lists[field]
    return list && common.has(`${list}.${word}`) ? common(`${list}.${word}`) : word
  }
}
