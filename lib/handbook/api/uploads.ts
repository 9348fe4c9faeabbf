import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import { invalid } from "@/lib/platform/form"
import type { Refusal, Result } from "@/lib/platform/refusal"
import { discardAll, receive } from "@/lib/platform/upload/receive"
import { refusedFiles } from "@/lib/platform/upload/refusals"
import type { Staged } from "@/lib/handbook/commands/import"
import { importTarget } from "@/lib/handbook/schema/inputs"
import { importWorkbook, workbookLimit } from "@/lib/handbook/workbook/import"

type Values = Record<string, string | string[]>

// What a workbook is, its reader judges itself, and says more than its kind.
const workbook = { largest: workbookLimit, judge: async () => ({ ok: true, mime: "application/octet-stream", extension: "xlsx" }) as const }

/** Takes the workbook of a multipart form (`file`, and `draft` for where it goes) into a preview. `locale` words the refusal of a file. */
export async function receiveWorkbook(actor: Actor, request: Request, locale: Locale): Promise<{ result: Result<Staged & { foreign: boolean }>; values: Values }> {
  const form = await receive(request, workbook)
  if (!form.ok) return { result: form, values: {} }
  const { fields: values, files, errors } = form.value
  try {
    const draft = importTarget.safeParse(values.draft)
    const [file] = files
    if (!draft.success) return { result: { ok: false, refusal: invalid(draft.error) }, values }
    if (errors.length > 0) return { result: { ok: false, refusal: refusedFiles(errors) }, values }
    if (!file) return { result: { ok: false, refusal: { code: "invalid", message: "handbook.refusals.noFile", errors: [{ path: "file", message: "common.errors.file" }] } }, values }
    const result = await importWorkbook(actor, { file, draft: draft.data, locale })
    return { result: result.ok ? result : { ok: false, refusal: worded(result.refusal, locale) }, values }
  } finally {
    await discardAll(files)
  }
}

// The words of the workbook's reader are not sent to the browser, so a refusal brings its own along.
function worded(refusal: Refusal, locale: Locale): Refusal {
  const [namespace, code = ""] = refusal.message.split(".")
  if (namespace !== "workbook") return refusal
  return { code: refusal.code, message: "handbook.refusals.file", params: { reason: wordsIn(locale, "workbook")(code, refusal.params) } }
}
