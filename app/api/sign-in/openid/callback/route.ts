import { notFound, redirect } from "next/navigation"
import { settleIn } from "@/lib/access/commands/arrival"
import { signInByOpenId } from "@/lib/access/commands/open-id"
import { takeJourney } from "@/lib/platform/journey-cookie"
import { finishOpenId, hasOpenId, tellFailed } from "@/lib/platform/openid"
import { rememberStep } from "@/lib/platform/step-cookie"
import { visitor } from "@/lib/platform/visitor"

export const dynamic = "force-dynamic"

/** Back from the company's own sign-in. */
export async function GET(request: Request) {
  if (!hasOpenId()) notFound()
  const journey = await takeJourney()
  const identity = journey && (await finishOpenId(new URL(request.url).search, journey).catch(tellFailed))
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
