import chineseCommon from "@/messages/zh-CN/common.json"
import chinese from "@/messages/zh-CN/organisation.json"
import traditionalCommon from "@/messages/zh-TW/common.json"
import traditional from "@/messages/zh-TW/organisation.json"
import englishCommon from "@/messages/en/common.json"
import english from "@/messages/en/organisation.json"
import { locales, type Locale } from "@/lib/platform/i18n/locales"

const words = { "zh-CN": chinese, "zh-TW": traditional, en: english }
const common = { "zh-CN": chineseCommon, "zh-TW": traditionalCommon, en: englishCommon }

export type SheetKey = keyof typeof chinese.sheets
type ColumnKey = keyof typeof chinese.columns

export function sheetName(key: SheetKey, locale: Locale): string {
  return words[locale].sheets[key]
}

/** The headings of a column in three languages. */
export function headings(key: ColumnKey): Record<Locale, string> {
  return { "zh-CN": chinese.columns[key], "zh-TW": traditional.columns[key], en: english.columns[key] }
}

export function guideIn(locale: Locale) {
  return words[locale].guide
}

const groups = {
  unitKinds: (locale: Locale): Record<string, string> => common[locale].unitKinds,
  roles: (locale: Locale): Record<string, string> => common[locale].roles,
  languages: (locale: Locale): Record<string, string> => words[locale].languages,
  holidayTypes: (locale: Locale): Record<string, string> => words[locale].holidayTypes,
}
export type Group = keyof typeof groups

/** A value's name in a language; the code itself where it has none. */
export function valueName(group: Group, value: string, locale: Locale): string {
  return groups[group](locale)[value] ?? value
}

/** The values of a group with their names in all languages, as a cell may hold them. */
export function options<const Value extends string>(group: Group, values: readonly Value[]): { value: Value; names: string[] }[] {
  return values.map((value) => ({ value, names: locales.map((locale) => valueName(group, value, locale)) }))
}
