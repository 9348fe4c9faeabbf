import { getLocale } from "next-intl/server"
import { localeOf } from "@/lib/platform/i18n/locales"
import { isOwnOrigin } from "@/lib/platform/origin"
import { currentActor } from "@/lib/platform/session"
import { answerForm } from "@/lib/platform/upload/answer"
import { foreign, unauthenticated } from "@/lib/platform/upload/refusals"
import { receiveUnitWorkbook } from "@/lib/units/api/uploads"

export const dynamic = "force-dynamic"

/** The form that uploads organisation, owners or holidays: outside the proxy, so that its body is streamed; it checks the Origin itself. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return answerForm(request, null, unauthenticated)
  if (!isOwnOrigin(request)) return answerForm(request, actor.personId, foreign)
  const { result, values } = await receiveUnitWorkbook(actor, request, localeOf(await getLocale()))
  return answerForm(request, actor.personId, result.ok ? { ok: true, to: `/units/imports/${result.value.id}` } : { ok: false, refusal: result.refusal, values })
}
