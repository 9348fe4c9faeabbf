import { getLocale } from "next-intl/server"
import { localeOf } from "@/lib/platform/i18n/locales"
import { isId } from "@/lib/platform/ids"
import { currentActor } from "@/lib/platform/session"
import { importKind } from "@/lib/units/schema"
import { exportUnit } from "@/lib/units/workbook/export"

export const dynamic = "force-dynamic"

/** Organisation, owners or holidays (`?kind=`) of a unit (`?unit=`) as a workbook in the reader's language, or an empty one (`?template=1`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  const [kind, unitId] = [importKind.safeParse(asked.get("kind")), asked.get("unit") ?? ""]
  const made = kind.success && isId(unitId) ? await exportUnit(actor, { kind: kind.data, unitId, locale: localeOf(await getLocale()), template: asked.has("template") }) : null
  if (!made) return new Response(null, { status: 404 })
  return new Response(Buffer.from(made.bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${made.name}.xlsx`)}`,
      "cache-control": "private, no-store",
    },
  })
}
