import { receiveVersion } from "@/lib/evidence/api/uploads"
import { isOwnOrigin } from "@/lib/platform/origin"
import { currentActor } from "@/lib/platform/session"
import { answerForm } from "@/lib/platform/upload/answer"
import { foreign, unauthenticated } from "@/lib/platform/upload/refusals"

export const dynamic = "force-dynamic"

/** The form that corrects a record by a new version. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return answerForm(request, null, unauthenticated)
  if (!isOwnOrigin(request)) return answerForm(request, actor.personId, foreign)
  const { result, values } = await receiveVersion(actor, request)
  return answerForm(request, actor.personId, result.ok ? { ok: true, to: `/evidence/records/${result.value.id}?logged=1` } : { ok: false, refusal: result.refusal, values })
}
