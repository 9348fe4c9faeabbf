import { getLocale } from "next-intl/server"
import { reviewWorkbook } from "@/lib/access-reviews/workbook"
import { mayReadAccess } from "@/lib/duties/policy"
import { isLocale } from "@/lib/platform/i18n/locales"
import { isId } from "@/lib/platform/ids"
import { currentActor } from "@/lib/platform/session"

/** GET ?review=&lang=: an access review as a workbook, for who is signed in and may read who has access. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams
  const [id, lang, own] = [asked.get("review") ?? "", asked.get("lang"), await getLocale()]
  const locale = isLocale(lang) ? lang : isLocale(own) ? own : actor.language
  const file = mayReadAccess(actor).allowed && isId(id) ? await reviewWorkbook(actor, id, locale) : null
  if (!file) return new Response(null, { status: 404 })
  return new Response(Buffer.from(file.content), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
