import { comparable } from "@/lib/platform/workbook/cells"
import { readTable, type TableColumns, type TableRow } from "@/lib/platform/workbook/table"
import type { Sheet } from "@/lib/platform/workbook/sheet-reader"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Bilingual, Chapter, HandbookContent } from "@/lib/handbook/schema/content"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import { aboutColumns, elementColumns, pointColumns, positionColumns, stepColumns } from "./columns"
import { knownFrom } from "./known"
import { pair } from "./pairs"
import { pointsFrom } from "./points"
import { at, ofWorkbook, type Say } from "./problem"
import { findSheets } from "./sheets"
import { stepsFrom } from "./steps"
import { titleItems } from "./vocabulary"

/** `content` is there only if nothing is wrong. */
export type HandbookReading = { content: HandbookContent | null; problems: HandbookProblem[] }

/** The handbook that a workbook's sheets hold, with every problem at its cell. `locale` names missing headings. */
export function readHandbook(sheets: readonly Sheet[], locale: Locale): HandbookReading {
  const problems: HandbookProblem[] = []
  const found = findSheets(sheets, locale, problems)
  const table = <const Columns extends TableColumns>(sheet: Sheet | undefined, columns: Columns) => {
    if (!sheet) return { rows: [], say: at("", problems), faulty: false, name: "" }
    const reading = readTable(sheet, columns, locale)
    problems.push(...reading.problems.map(ofWorkbook))
    return { rows: reading.rows, say: at(sheet.name, problems), faulty: reading.problems.length > 0, name: sheet.name }
  }
  const positions = table(found.get("positions"), positionColumns)
  const elements = table(found.get("elements"), elementColumns)
  const steps = table(found.get("steps"), stepColumns)
  const points = table(found.get("points"), pointColumns)
  const about = table(found.get("about"), aboutColumns)
  duplicates([positions])
  duplicates([elements, steps, points])
  // A row with a problem of its own is not there for the others, who would be called wrong for naming it.
  if (!found.has("positions") || !found.has("elements") || [positions, elements, steps].some(({ faulty }) => faulty)) return { content: null, problems }

  const known = knownFrom(positions.rows, positions.say)
  const nodes = elements.rows.map(({ values, cells }) => {
    if (!/^\d+(\.\d+)*$/.test(values.code)) elements.say("bad-code", cells.code, { value: values.code })
    const { code, kind, kinds } = values
    return { code, kind, title: pair(values.titleZh, values.titleEn), objective: pair(values.objectiveZh, values.objectiveEn), kinds, kindsReason: pair(values.kindsReasonZh, values.kindsReasonEn) }
  })
  const stepsRead = stepsFrom(steps.rows, { nodes, known, say: steps.say })
  const pointsRead = pointsFrom(points.rows, { nodes, steps: stepsRead, known, say: points.say, allRead: !points.faulty })
  const chapters: Chapter[] = nodes.map((node) => ({
    node,
    steps: stepsRead.filter((step) => step.node === node.code).map(({ node: _, ...step }) => step),
    points: pointsRead.filter((point) => point.node === node.code).map(({ node: _, ...point }) => point),
  }))
  if (problems.length > 0) return { content: null, problems }
  return { content: { title: titleFrom(about.rows), departments: known.departments, positions: known.positions, chapters }, problems }
}

function titleFrom(rows: readonly TableRow<typeof aboutColumns>[]): Bilingual | null {
  const names = Object.values(titleItems).map(comparable)
  const row = rows.find(({ values }) => names.includes(comparable(values.item)))
  return row?.values.contentZh ? pair(row.values.contentZh, row.values.contentEn) : null
}

type Coded = { rows: readonly { values: { code: string }; cells: { code: string } }[]; say: Say; name: string }

/** No code stands twice, neither in one sheet nor in two: pages and faults name elements, steps and points by their code alone. */
function duplicates(tables: readonly Coded[]): void {
  const first = new Map<string, { cell: string; name: string }>()
  for (const { rows, say, name } of tables) {
    for (const { values, cells } of rows) {
      const before = first.get(values.code)
      if (before === undefined) first.set(values.code, { cell: cells.code, name })
      else say("duplicate-code", cells.code, { code: values.code, first: before.name === name ? before.cell : `${before.name}!${before.cell}` })
    }
  }
}
