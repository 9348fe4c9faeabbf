import { getLocale } from "next-intl/server"
import { receiveMatching } from "@/lib/handbook/api/matching"
import { localeOf } from "@/lib/platform/i18n/locales"
import { isOwnOrigin } from "@/lib/platform/origin"
import { currentActor } from "@/lib/platform/session"
import { answerForm } from "@/lib/platform/upload/answer"
import { foreign, unauthenticated } from "@/lib/platform/upload/refusals"

export const dynamic = "force-dynamic"

/** The form that matches another's workbook with ours: it may hold hundreds of values, and reads the workbook again. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return answerForm(request, null, unauthenticated)
  if (!isOwnOrigin(request)) return answerForm(request, actor.personId, foreign)
  const { result, values } = await receiveMatching(actor, request, localeOf(await getLocale()))
  return answerForm(request, actor.personId, result.ok ? { ok: true, to: `/handbook/imports/${result.value.id}` } : { ok: false, refusal: result.refusal, values })
}
