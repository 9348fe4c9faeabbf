import chinese from "@/messages/zh-CN/personnel.json"
import traditional from "@/messages/zh-TW/personnel.json"
import english from "@/messages/en/personnel.json"
import { type ListRow, listRowSchema } from "@/lib/personnel/schema"
import type { Locale } from "@/lib/platform/i18n/locales"
import { type FieldError, type Result } from "@/lib/platform/refusal"
import { day, text } from "@/lib/platform/workbook/cells"
import type { WorkbookProblem } from "@/lib/platform/workbook/problem"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { readTable } from "@/lib/platform/workbook/table"

/** The largest personnel list taken, in bytes and rows. */
export const listLimits = { size: 10 * 1024 * 1024, rows: 20_000 } as const

const headings = (key: keyof typeof chinese.columns) => ({ "zh-CN": chinese.columns[key], "zh-TW": traditional.columns[key], en: english.columns[key] })
const may = { required: false, mayBeAbsent: true } as const
const mayText = (key: keyof typeof chinese.columns) => ({ headings: headings(key), parse: text(120), ...may })
const columns = {
  number: mayText("number"), nameZh: { headings: headings("nameZh"), parse: text(120), required: true }, nameEn: mayText("nameEn"), email: { headings: headings("email"), parse: text(254), required: true },
  unit: mayText("unit"), department: mayText("department"), position: mayText("position"), from: { headings: headings("from"), parse: day(), ...may }, to: { headings: headings("to"), parse: day(), ...may },
} as const

/** The rows of a personnel list: the first sheet of a workbook, its headings in any language and order. What is wrong stands at its cell. */
export async function readList(source: string | Uint8Array, locale: Locale): Promise<Result<ListRow[]>> {
  const reading = await readWorkbook(source, listLimits)
  if (!reading.ok) return { ok: false, refusal: { code: "invalid", message: `workbook.${reading.problem.code}`, params: reading.problem.params } }
  const [sheet] = reading.sheets
  if (!sheet) return { ok: false, refusal: { code: "invalid", message: "workbook.empty-sheet", params: {} } }
  const { rows, problems } = readTable(sheet, columns, locale)
  const errors = problems.map(told)
  const read = rows.flatMap(({ number, values, cells }) => {
    const parsed = listRowSchema.safeParse({ row: number, ...values })
    if (!parsed.success) errors.push({ path: "file", message: "personnel.errors.email", params: { cell: cells.email, value: values.email } })
    return parsed.success ? [parsed.data] : []
  })
  if (errors.length > 0) return { ok: false, refusal: { code: "invalid", message: "common.refusals.invalid", errors: errors.slice(0, 20) } }
  return read.length > 0 ? { ok: true, value: read } : { ok: false, refusal: { code: "invalid", message: "workbook.empty-sheet", params: {} } }
}

function told({ code, params, cell }: WorkbookProblem): FieldError {
  return { path: "file", message: "personnel.errors.cell", params: { cell: cell ?? "", problem: code, ...params } }
}
