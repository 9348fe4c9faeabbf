import { invalid } from "@/lib/platform/form"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { Refusal, Result } from "@/lib/platform/refusal"
import { discardAll, receive } from "@/lib/platform/upload/receive"
import { refusedFiles } from "@/lib/platform/upload/refusals"
import { mayImport, type StagedUpload } from "@/lib/units/commands/imports"
import { importTargetSchema } from "@/lib/units/schema"
import { importUnitWorkbook, workbookLimit } from "@/lib/units/workbook/import"

type Values = Record<string, string | string[]>

// What a workbook is, its reader judges itself, and says more than its kind.
const workbook = { largest: workbookLimit, judge: async () => ({ ok: true, mime: "application/octet-stream", extension: "xlsx" }) as const }
const noFile: Refusal = { code: "invalid", message: "organisation.refusals.noFile", errors: [{ path: "file", message: "common.errors.file" }] }

/** Takes the workbook of a multipart form (`file`, `kind` and `unitId`) into a preview. `locale` words the refusal of a file. */
export async function receiveUnitWorkbook(actor: Actor, request: Request, locale: Locale): Promise<{ result: Result<StagedUpload>; values: Values }> {
  const form = await receive(request, workbook)
  if (!form.ok) return { result: form, values: {} }
  const { fields: values, files, errors } = form.value
  try {
    const target = importTargetSchema.safeParse(values)
    const [file] = files
    if (!target.success) return { result: { ok: false, refusal: invalid(target.error) }, values }
    const unit = actor.units?.find(({ id }) => id === target.data.unitId)
    if (!unit) return { result: { ok: false, refusal: { code: "not-found", message: "common.refusals.not-found" } }, values }
    const verdict = mayImport(actor, target.data.kind, unit)
    // Nobody has a stranger's workbook read for nothing: the command would refuse it anyway.
    if (!verdict.allowed) return { result: { ok: false, refusal: verdict.refusal }, values }
    if (errors.length > 0) return { result: { ok: false, refusal: refusedFiles(errors) }, values }
    if (!file) return { result: { ok: false, refusal: noFile }, values }
    const result = await importUnitWorkbook(actor, { file, ...target.data, locale })
    return { result: result.ok ? result : { ok: false, refusal: worded(result.refusal, locale) }, values }
  } finally {
    await discardAll(files)
  }
}

// The words of the workbook's reader are not sent to the browser, so a refusal brings its own along.
function worded(refusal: Refusal, locale: Locale): Refusal {
  const [namespace, code = ""] = refusal.message.split(".")
  if (namespace !== "workbook") return refusal
  return { code: refusal.code, message: "organisation.refusals.file", params: { reason: wordsIn(locale, "workbook")(code, refusal.params) } }
}
