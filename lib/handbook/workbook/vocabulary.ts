import chineseCommon from "@/messages/zh-CN/common.json"
import chinese from "@/messages/zh-CN/handbook.json"
import traditionalCommon from "@/messages/zh-TW/common.json"
import traditional from "@/messages/zh-TW/handbook.json"
import englishCommon from "@/messages/en/common.json"
import english from "@/messages/en/handbook.json"
import type { Locale } from "@/lib/platform/i18n/locales"

const workbook = { "zh-CN": chinese.workbook, "zh-TW": traditional.workbook, en: english.workbook }
const common = { "zh-CN": chineseCommon, "zh-TW": traditionalCommon, en: englishCommon }
const locales = ["zh-CN", "zh-TW", "en"] as const

export type SheetKey = keyof typeof chinese.workbook.sheets
type ColumnKey = keyof typeof chinese.workbook.columns
type Headings = Record<Locale, string>

export function sheetName(key: SheetKey, locale: Locale): string {
  return workbook[locale].sheets[key]
}

/** The headings of a column in three languages; for one side of a pair, which side it is. */
export function headings(key: ColumnKey, side?: "zh" | "en"): Headings {
  const of = (locale: Locale) => {
    const { columns, inChinese, inEnglish } = workbook[locale]
    const frame = side === undefined ? "{heading}" : side === "zh" ? inChinese : inEnglish
    return frame.replace("{heading}", columns[key])
  }
  return { "zh-CN": of("zh-CN"), "zh-TW": of("zh-TW"), en: of("en") }
}

/** What the sheet of explanations says: an item and its words in Chinese and English. */
export function explanations(locale: Locale): { item: string; zh: string; en: string }[] {
  const { order, lists, english: missing, attributes, values } = chinese.workbook.explanations
  const said = english.workbook.explanations
  const { about } = workbook[locale]
  return [
    { item: about.order, zh: order, en: said.order },
    { item: about.lists, zh: lists, en: said.lists },
    { item: about.english, zh: missing, en: said.english },
    { item: about.attributes, zh: attributes, en: said.attributes },
    { item: about.values, zh: values, en: said.values },
  ]
}

/** The names of the item that holds the handbook's title. */
export const titleItems: Headings = { "zh-CN": chinese.workbook.about.title, "zh-TW": traditional.workbook.about.title, en: english.workbook.about.title }

const groups = {
  unitKinds: (locale: Locale) => common[locale].unitKinds,
  assertions: (locale: Locale) => common[locale].assertions,
  components: (locale: Locale) => common[locale].components,
  aspects: (locale: Locale) => common[locale].aspects,
  frequencies: (locale: Locale) => common[locale].frequencies,
  effects: (locale: Locale) => common[locale].effects,
  natures: (locale: Locale) => common[locale].natures,
  evidenceKinds: (locale: Locale) => common[locale].evidenceKinds,
  provenance: (locale: Locale) => common[locale].provenance,
  nodeKinds: (locale: Locale) => workbook[locale].nodeKinds,
  types: (locale: Locale) => workbook[locale].types,
}
export type Group = keyof typeof groups

/** A value's name in a language; the code itself where it has none. */
export function valueName(group: Group, value: string, locale: Locale): string {
  return Object.entries(groups[group](locale)).find(([code]) => code === value)?.[1] ?? value
}

/** The values of a group with their names in all languages, as a cell may hold them. */
export function options<const Value extends string>(group: Group, values: readonly Value[]): { value: Value; names: string[] }[] {
  return values.map((value) => ({ value, names: locales.map((locale) => valueName(group, value, locale)) }))
}
