import { notFound, redirect } from "next/navigation"
import { settleIn } from "@/lib/access/commands/arrival"
import { signInByOpenId } from "@/lib/access/commands/open-id"
import { proveByOpenId } from "@/lib/access/commands/proof"
import { inside, unproved } from "@/lib/platform/inside"
import { takeJourney } from "@/lib/platform/journey-cookie"
import { finishOpenId, hasOpenId, type OpenIdentity, tellFailed } from "@/lib/platform/openid"
import { rememberProof } from "@/lib/platform/proof-cookie"
import { currentActor } from "@/lib/platform/session"
import { rememberStep } from "@/lib/platform/step-cookie"
import { visitor } from "@/lib/platform/visitor"

export const dynamic = "force-dynamic"

/** Back from the company's own sign-in. */
export async function GET(request: Request) {
  if (!hasOpenId()) notFound()
  const journey = await takeJourney()
  const identity = journey && (await finishOpenId(new URL(request.url).search, journey).catch(tellFailed))
  if (journey && journey.again !== null) return backToProve(inside(journey.to), journey.again, identity)
  if (!journey || !identity) redirect("/sign-in?done=openIdFailed")
  const result = await signInByOpenId(identity, await visitor())
  if (!result.ok) redirect("/sign-in?done=openIdUnknown")
  if ("sessionId" in result.value) {
    await settleIn(result.value)
    redirect(journey.to)
  }
  await rememberStep(result.value.step)
  redirect(`/second-factor?to=${encodeURIComponent(journey.to)}`)
}

// It opens no session: whoever is signed in here has proved that it is still them, or has not.
async function backToProve(to: string, begun: number, identity: OpenIdentity | null): Promise<never> {
  const actor = await currentActor()
  if (!actor) redirect("/sign-in")
  const result = identity && (await proveByOpenId(actor, identity, begun))
  if (!result?.ok) redirect(unproved(to))
  await rememberProof(result.value.proof)
  redirect(to)
}
