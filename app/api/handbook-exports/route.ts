import { getLocale } from "next-intl/server"
import { exportHandbook, exportTemplate } from "@/lib/handbook/workbook/export"
import { localeOf } from "@/lib/platform/i18n/locales"
import { currentActor } from "@/lib/platform/session"

export const dynamic = "force-dynamic"

/** An edition as a workbook in the reader's language (`?edition=` by number or id; the one in force unless told), or an empty one (`?template=1`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  const locale = localeOf(await getLocale())
  if (asked.has("template")) return workbook("handbook-template", await exportTemplate(actor, locale))
  const exported = await exportHandbook(actor, asked.get("edition") ?? undefined, locale)
  return workbook(`handbook-${exported?.number ?? ""}`, exported?.bytes ?? null)
}

function workbook(name: string, bytes: Uint8Array | null): Response {
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${encodeURIComponent(name)}.xlsx"`,
      "cache-control": "private, no-store",
    },
  })
}
