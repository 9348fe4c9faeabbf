import { getLocale } from "next-intl/server"
import { deficiencyReportPdf } from "@/lib/deficiencies/documents/report"
import { reportFilterSchema } from "@/lib/deficiencies/schema/filter"
import { deficiencyReportWorkbook } from "@/lib/deficiencies/workbook"
import { isLocale } from "@/lib/platform/i18n/locales"
import { wordsIn } from "@/lib/platform/i18n/words"
import { currentActor } from "@/lib/platform/session"

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** GET ?unit=&quarter=&year=&format=pdf|xlsx&lang=: the deficiency report as a file, for who is signed in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const filter = reportFilterSchema.parse(query)
  const own = await getLocale()
  const locale = isLocale(query.lang) ? query.lang : isLocale(own) ? own : actor.language
  const isWorkbook = query.format === "xlsx"
  const content = isWorkbook ? await deficiencyReportWorkbook(actor, filter, locale) : await deficiencyReportPdf(actor, filter, locale, new Date())
  const name = `${wordsIn(locale, "deficiencies")("report.file")}.${isWorkbook ? "xlsx" : "pdf"}`
  return new Response(Buffer.from(content), {
    headers: {
      "content-type": isWorkbook ? workbookType : "application/pdf",
      "content-disposition": `${isWorkbook ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
