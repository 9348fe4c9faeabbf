import { getLocale } from "next-intl/server"
import { exportHandbook } from "@/lib/handbook/workbook/export"
import { localeOf } from "@/lib/platform/i18n/locales"
import { currentActor } from "@/lib/platform/session"

export const dynamic = "force-dynamic"

/** An edition as a workbook in the reader's language (`?edition=` by number or id; the one in force unless told). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams.get("edition") ?? undefined
  const exported = await exportHandbook(actor, asked, localeOf(await getLocale()))
  if (!exported) return new Response(null, { status: 404 })
  return new Response(Buffer.from(exported.bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="handbook-${encodeURIComponent(exported.number)}.xlsx"`,
      "cache-control": "private, no-store",
    },
  })
}
