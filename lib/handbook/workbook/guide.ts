import chinese from "@/messages/zh-CN/handbook-guide.json"
import traditional from "@/messages/zh-TW/handbook-guide.json"
import english from "@/messages/en/handbook-guide.json"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import { aboutColumns, elementColumns, pointColumns, positionColumns, stepColumns } from "./columns"
import { fixedValues, offers } from "./offered"
import { sheetName, valueName, type SheetKey } from "./vocabulary"

const guides = { "zh-CN": chinese, "zh-TW": traditional, en: english }

type Columns = Readonly<Record<string, { headings: Record<Locale, string>; required: boolean; mayBeAbsent?: boolean }>>
const sheets: readonly (readonly [SheetKey, Columns])[] = [["about", aboutColumns], ["elements", elementColumns], ["steps", stepColumns], ["points", pointColumns], ["positions", positionColumns]]

/** The sheet that explains each column: what belongs there, whether it must, an example. Importing passes over it. */
export function guideSheet(locale: Locale): SheetToWrite {
  const { heads, required, english: other, list, several } = guides[locale]
  const rows = sheets.flatMap(([sheet, columns]) =>
    Object.entries(columns).map(([key, column]) => {
      const [, name = key, side] = /^(.+?)(Zh|En)?$/.exec(key) ?? []
      const offer = offers.get(name)
      const said = textOf(guides[locale].whats, sheet, name)
      const what = side === "En" ? other : [said, offer && (offer.several ? several : list)].filter(Boolean).join(locale === "en" ? " " : "")
      const must = column.required ? required.yes : column.mayBeAbsent ? required.absent : required.no
      return [sheetName(sheet, locale), column.headings[locale], must, what, exampleOf(sheet, name, side, locale)]
    }),
  )
  const columns = [{ heading: heads.sheet, width: 20 }, { heading: heads.column, width: 28 }, { heading: heads.required, width: 14 }, { heading: heads.what, width: 60 }, { heading: heads.example, width: 50 }]
  return { name: sheetName("guide", locale), columns, rows }
}

function exampleOf(sheet: SheetKey, name: string, side: string | undefined, locale: Locale): string {
  const group = offers.get(name)?.list
  const [, values = []] = fixedValues.find(([one]) => one === group) ?? []
  if (group && group !== "departments" && group !== "positions") return values.slice(0, 1).map((value) => valueName(group, value, locale)).join()
  if (group) return textOf(guides[locale].examples, "positions", group === "departments" ? "parent" : "title")
  return textOf((side === "Zh" ? (locale === "en" ? chinese : guides[locale]) : side === "En" ? english : guides[locale]).examples, sheet, name)
}

/** A text that one sheet has to itself, or that all share. */
function textOf(texts: Record<string, string>, sheet: SheetKey, name: string): string {
  return texts[`${name}_${sheet}`] ?? texts[name] ?? ""
}
