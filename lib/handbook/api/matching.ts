import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { invalid, valuesOf } from "@/lib/platform/form"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Refusal, Result } from "@/lib/platform/refusal"
import { comparable } from "@/lib/platform/workbook/cells"
import { mapping, mappingName, matchedLists, type Mapping } from "@/lib/handbook/schema/mapping"
import { matchImport } from "@/lib/handbook/workbook/foreign"

type Values = Record<string, string | string[]>

const largest = 1024 * 1024
const tooLarge: Refusal = { code: "too-large", message: "mapping.refusals.tooLarge" }
const sent = z.object({ id: z.uuid(), name: mappingName.default(""), mapping })

/** Takes the form that matches a workbook's columns and values, and previews the result. */
export async function receiveMatching(actor: Actor, request: Request, locale: Locale): Promise<{ result: Result<{ id: string; problems: number }>; values: Values }> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN)
  if (!(length <= largest)) return { result: { ok: false, refusal: tooLarge }, values: {} }
  const form = await request.formData().catch(() => null)
  if (!form) return { result: { ok: false, refusal: { code: "invalid", message: "common.refusals.multipart" } }, values: {} }
  const values = valuesOf(form)
  const parsed = sent.safeParse({ id: values.id, name: values.name, mapping: mappingOf(form, values) })
  return { result: parsed.success ? await matchImport(actor, parsed.data, locale) : { ok: false, refusal: invalid(parsed.error) }, values }
}

/** Fields are named `column:<which>:<heading>`, `value:<list>:<theirs>` and `fixed:<field>`. */
function mappingOf(form: FormData, values: Values): unknown {
  const entries = Object.entries(values).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [{ name, value }] : []))
  const columns = entries.flatMap(({ name, value }) => {
    const [, nth, heading] = /^column:(\d+):(.*)$/s.exec(name) ?? []
    return nth === undefined || heading === undefined ? [] : [{ heading, nth: Number(nth), field: value }]
  })
  const matched: Mapping["values"] = {}
  for (const list of matchedLists) {
    const start = `value:${list}:`
    const own = entries.filter(({ name }) => name.startsWith(start)).map(({ name, value }) => [comparable(name.slice(start.length)), value] as const)
    if (own.length > 0) matched[list] = Object.fromEntries(own)
  }
  const fixed = Object.fromEntries(entries.flatMap(({ name, value }) => (name.startsWith("fixed:") ? [[name.slice(6), value.trim()] as const] : [])))
  return { sheets: form.getAll("sheet"), row: Number(values.row), columns, values: matched, fixed, codes: values.codes, rest: values.rest }
}
