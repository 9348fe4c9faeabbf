import { getLocale } from "next-intl/server"
import { receiveWorkbook } from "@/lib/handbook/api/uploads"
import { localeOf } from "@/lib/platform/i18n/locales"
import { isOwnOrigin } from "@/lib/platform/origin"
import { currentActor } from "@/lib/platform/session"
import { answerForm } from "@/lib/platform/upload/answer"
import { foreign, unauthenticated } from "@/lib/platform/upload/refusals"

export const dynamic = "force-dynamic"

/** The form that uploads a handbook's workbook: outside the proxy, so that its body is streamed; it checks the Origin itself. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return answerForm(request, null, unauthenticated)
  if (!isOwnOrigin(request)) return answerForm(request, actor.personId, foreign)
  const { result, values } = await receiveWorkbook(actor, request, localeOf(await getLocale()))
  const to = (staged: { id: string; foreign: boolean }) => `/handbook/imports/${staged.id}${staged.foreign ? "/match" : ""}`
  return answerForm(request, actor.personId, result.ok ? { ok: true, to: to(result.value) } : { ok: false, refusal: result.refusal, values })
}
