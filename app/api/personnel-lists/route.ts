import { getLocale } from "next-intl/server"
import { receiveList } from "@/lib/personnel/api/uploads"
import { localeOf } from "@/lib/platform/i18n/locales"
import { isOwnOrigin } from "@/lib/platform/origin"
import { currentActor } from "@/lib/platform/session"
import { answerForm } from "@/lib/platform/upload/answer"
import { foreign, unauthenticated } from "@/lib/platform/upload/refusals"

export const dynamic = "force-dynamic"

/** The form that compares a personnel list: outside the proxy, so that its body is streamed; it checks the Origin itself. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return answerForm(request, null, unauthenticated)
  if (!isOwnOrigin(request)) return answerForm(request, actor.personId, foreign)
  const { result, values } = await receiveList(actor, request, localeOf(await getLocale()))
  if (!result.ok) return answerForm(request, actor.personId, { ok: false, refusal: result.refusal, values })
  const { joiners, movers, leavers, known } = result.value
  return answerForm(request, actor.personId, { ok: true, to: `/personnel?compared=${joiners}-${movers}-${leavers}-${known}` })
}
