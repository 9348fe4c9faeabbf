import { getLocale } from "next-intl/server"
import { exportCompendium } from "@/lib/handbook/workbook/compendium"
import { localeOf } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import { currentActor } from "@/lib/platform/session"

export const dynamic = "force-dynamic"

/** The compendium of points to be tested as a workbook (`?of=`: a kind of unit, or a unit's id), in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const locale = localeOf(await getLocale())
  const exported = await exportCompendium(actor, new URL(request.url).searchParams.get("of") ?? undefined, locale)
  if (!exported) return new Response(null, { status: 404 })
  const name = encodeURIComponent(`${wordsIn(locale, "compendium")("title")} ${exported.number}.xlsx`)
  return new Response(Buffer.from(exported.bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "cache-control": "private, no-store",
    },
  })
}
