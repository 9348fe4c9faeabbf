import { compareList, type Compared } from "@/lib/personnel/commands/compare"
import { compareTargetSchema } from "@/lib/personnel/schema"
import { listLimits, readList } from "@/lib/personnel/workbook"
import type { Actor } from "@/lib/platform/actor"
import { invalid } from "@/lib/platform/form"
import type { Locale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { FieldError, Refusal, Result } from "@/lib/platform/refusal"
import { discardAll, receive } from "@/lib/platform/upload/receive"
import { refusedFiles } from "@/lib/platform/upload/refusals"

type Values = Record<string, string | string[]>

// What a workbook is, its reader judges itself, and says more than its kind.
const workbook = { largest: listLimits.size, judge: async () => ({ ok: true, mime: "application/octet-stream", extension: "xlsx" }) as const }

/** Takes the personnel list of a multipart form (`file`, `unitId`, `complete`) and compares it; the file is not kept. */
export async function receiveList(actor: Actor, request: Request, locale: Locale): Promise<{ result: Result<Compared>; values: Values }> {
  const form = await receive(request, workbook)
  if (!form.ok) return { result: form, values: {} }
  const { fields: values, files, errors } = form.value
  try {
    const target = compareTargetSchema.safeParse(values)
    const [file] = files
    if (!target.success) return { result: { ok: false, refusal: invalid(target.error) }, values }
    if (errors.length > 0) return { result: { ok: false, refusal: refusedFiles(errors) }, values }
    if (!file) return { result: { ok: false, refusal: { code: "invalid", message: "common.refusals.invalid", errors: [{ path: "file", message: "common.errors.file" }] } }, values }
    const rows = await readList(await file.written(), locale)
    const result = rows.ok ? await compareList(actor, { ...target.data, name: file.name, rows: rows.value }) : rows
    return { result: result.ok ? result : { ok: false, refusal: worded(result.refusal, locale) }, values }
  } finally {
    await discardAll(files)
  }
}

// The words of the workbook's reader are not sent to the browser, so a refusal brings its own along.
function worded(refusal: Refusal, locale: Locale): Refusal {
  const words = wordsIn(locale, "workbook")
  const [namespace, code = ""] = refusal.message.split(".")
  if (namespace === "workbook") return { code: refusal.code, message: "personnel.refusals.file", params: { reason: words(code, refusal.params) } }
  const errors = refusal.errors?.map((error): FieldError => {
    const problem = error.params?.problem
    return typeof problem === "string" ? { ...error, params: { cell: error.params?.cell ?? "", reason: words(problem, error.params) } } : error
  })
  return { ...refusal, errors }
}
