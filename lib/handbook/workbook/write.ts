import { writeWorkbook } from "@/lib/platform/workbook/write"
import type { ColumnToWrite, RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import { aboutColumns, elementColumns, pointColumns, positionColumns, stepColumns } from "./columns"
import { guideSheet } from "./guide"
import { namesByCode } from "./names"
import { fixedValues, offers } from "./offered"
import { elementCells, pointCells, stepCells, type Cells, type Name } from "./rows"
import { explanations, sheetName, titleItems, valueName, type SheetKey } from "./vocabulary"

type Columns = Readonly<Record<string, { headings: Record<Locale, string> }>>

/** A handbook as an Excel workbook in a reader's language; what was written is read again without a difference. */
export async function writeHandbook(content: HandbookContent, locale: Locale): Promise<Uint8Array> {
  return write(content, locale, [])
}

/** The same without any chapter, to be filled in: departments and positions stand already, and a first sheet explains each column. */
export async function writeTemplate({ departments, positions }: Pick<HandbookContent, "departments" | "positions">, locale: Locale): Promise<Uint8Array> {
  return write({ title: null, departments, positions, chapters: [] }, locale, [guideSheet(locale)])
}

async function write(content: HandbookContent, locale: Locale, before: SheetToWrite[]): Promise<Uint8Array> {
  const [departments, positions] = [namesByCode(content.departments, locale), namesByCode(content.positions, locale)]
  const name: Name = (list, value) => (list === "departments" ? (departments.get(value) ?? value) : list === "positions" ? (positions.get(value) ?? value) : valueName(list, value, locale))
  const sheet = (key: SheetKey, columns: Columns, cells: readonly Cells[]): SheetToWrite => ({
    name: sheetName(key, locale),
    columns: Object.entries(columns).map(([column, { headings }]) => columnToWrite(column, headings[locale])),
    rows: cells.map((row): RowToWrite => Object.keys(columns).map((column) => row[column] ?? null)),
    frozenColumns: key === "about" ? 0 : 1,
  })
  const { about, elements, steps, points, places } = cellsOf(content, name, locale)
  return writeWorkbook(
    [
      ...before, sheet("about", aboutColumns, about), sheet("elements", elementColumns, elements), sheet("steps", stepColumns, steps),
      sheet("points", pointColumns, points), sheet("positions", positionColumns, places),
    ],
    {
      sheet: sheetName("values", locale),
      lists: [
        ...fixedValues.map(([list, values]) => ({ name: list, heading: list, values: values.map((value) => name(list, value)) })),
        { name: "departments", heading: "departments", values: [...departments.values()] }, { name: "positions", heading: "positions", values: [...positions.values()] },
      ],
    },
  )
}

function cellsOf(content: HandbookContent, name: Name, locale: Locale) {
  const { title, chapters, departments, positions } = content
  return {
    about: [
      { item: titleItems[locale], contentZh: title?.zh ?? null, contentEn: title?.en ?? null },
      ...explanations(locale).map(({ item, zh, en }) => ({ item, contentZh: zh, contentEn: en })),
    ],
    elements: chapters.map(({ node }) => elementCells(node, name)),
    steps: chapters.flatMap(({ node, steps }) => steps.map((step) => stepCells(step, node.code, name))),
    points: chapters.flatMap(({ node, points }) => points.map((point) => pointCells(point, node.code, name))),
    places: [
      ...departments.map(({ code, title: said }) => ({ type: name("types", "department"), code, titleZh: said.zh, titleEn: said.en })),
      ...positions.map(({ code, title: said, department }) => ({ type: name("types", "position"), code, titleZh: said.zh, titleEn: said.en, parent: name("departments", department) })),
    ],
  }
}

function columnToWrite(key: string, heading: string): ColumnToWrite {
  const width = /(Zh|En)$/.test(key) ? 36 : key === "code" ? 12 : 18
  const offer = offers.get(key)
  // A new department or position is no mistake, nor are several values in one cell: the list offers and does not insist.
  const open = offer?.several === true || offer?.list === "departments" || offer?.list === "positions"
  return offer ? { heading, width, list: offer.list, open } : { heading, width }
}
