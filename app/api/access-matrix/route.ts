import { getLocale } from "next-intl/server"
import { mayReadAccess } from "@/lib/duties/policy"
import { accessWorkbook } from "@/lib/duties/workbook"
import { isLocale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import { currentActor } from "@/lib/platform/session"

/** GET ?lang=: the access matrix of the units within reach as a workbook, for who is signed in and may read it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  if (!mayReadAccess(actor).allowed) return new Response(null, { status: 404 })
  const [asked, own] = [new URL(request.url).searchParams.get("lang"), await getLocale()]
  const locale = isLocale(asked) ? asked : isLocale(own) ? own : actor.language
  const content = await accessWorkbook(actor, locale)
  return new Response(Buffer.from(content), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${wordsIn(locale, "duties")("file")}.xlsx`)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
