import { writeWorkbook } from "@/lib/platform/workbook/write"
import type { ColumnToWrite, RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import type { Locale } from "@/lib/platform/i18n/locales"
import { frequencies } from "@/lib/platform/periods"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import * as values from "@/lib/handbook/schema/values"
import { aboutColumns, elementColumns, pointColumns, positionColumns, stepColumns } from "./columns"
import { elementCells, pointCells, stepCells, type Cells } from "./rows"
import { explanations, sheetName, titleItems, valueName, type Group, type SheetKey } from "./vocabulary"

type Columns = Readonly<Record<string, { headings: Record<Locale, string> }>>

const listed: Record<string, [Group, readonly string[]]> = {
  kind: ["nodeKinds", values.nodeKinds], aspect: ["aspects", values.aspects], component: ["components", values.components],
  frequency: ["frequencies", frequencies], effect: ["effects", values.effects], nature: ["natures", values.natures],
  provenance: ["provenance", values.provenances], type: ["types", ["department", "position"]],
}
const shown: [Group, readonly string[]][] = [["unitKinds", values.unitKinds], ["assertions", values.assertions], ["evidenceKinds", values.evidenceKinds]]

/** A handbook as an Excel workbook in a reader's language; what was written is read again without a difference. */
export async function writeHandbook(content: HandbookContent, locale: Locale): Promise<Uint8Array> {
  const name = (group: Group, value: string) => valueName(group, value, locale)
  const rows = {
    elements: content.chapters.map(({ node }) => elementCells(node, name)),
    steps: content.chapters.flatMap(({ node, steps }) => steps.map((step) => stepCells(step, node.code))),
    points: content.chapters.flatMap(({ node, points }) => points.map((point) => pointCells(point, node.code, name))),
    positions: [
      ...content.departments.map(({ code, title }) => ({ type: name("types", "department"), code, titleZh: title.zh, titleEn: title.en })),
      ...content.positions.map(({ code, title, department }) => ({ type: name("types", "position"), code, titleZh: title.zh, titleEn: title.en, parent: department })),
    ],
    about: [
      ...(content.title ? [{ item: titleItems[locale], contentZh: content.title.zh, contentEn: content.title.en }] : []),
      ...explanations(locale).map(({ item, zh, en }) => ({ item, contentZh: zh, contentEn: en })),
    ],
  }
  const sheet = (key: SheetKey, columns: Columns, cells: readonly Cells[]): SheetToWrite => ({
    name: sheetName(key, locale),
    columns: Object.entries(columns).map(([column, { headings }]) => columnToWrite(column, headings[locale])),
    rows: cells.map((row): RowToWrite => Object.keys(columns).map((column) => row[column] ?? null)),
    frozenColumns: key === "about" ? 0 : 1,
  })
  return writeWorkbook(
    [
      sheet("about", aboutColumns, rows.about), sheet("elements", elementColumns, rows.elements), sheet("steps", stepColumns, rows.steps),
      sheet("points", pointColumns, rows.points), sheet("positions", positionColumns, rows.positions),
    ],
    { sheet: sheetName("values", locale), lists: [...Object.entries(listed), ...shown.map((one): [string, [Group, readonly string[]]] => [one[0], one])].map(([list, [group, codes]]) => ({ name: list, heading: list, values: codes.map((code) => name(group, code)) })) },
  )
}

function columnToWrite(key: string, heading: string): ColumnToWrite {
  const width = /(Zh|En)$/.test(key) ? 36 : key === "code" ? 12 : 18
  return listed[key] ? { heading, width, list: key } : { heading, width }
}
