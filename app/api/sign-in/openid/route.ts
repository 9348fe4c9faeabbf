import { notFound, redirect } from "next/navigation"
import { inside, unproved } from "@/lib/platform/inside"
import { rememberJourney } from "@/lib/platform/journey-cookie"
import { beginOpenId, hasOpenId, tellFailed } from "@/lib/platform/openid"

export const dynamic = "force-dynamic"

/** Off to the company's own sign-in. A link leads here: a form's redirect to another origin would be blocked by our policy. */
export async function GET(request: Request) {
  if (!hasOpenId()) notFound()
  const asked = new URL(request.url).searchParams
  const [to, again] = [inside(asked.get("to")), asked.get("again") === "yes"]
  const begun = await beginOpenId(to, again).catch(tellFailed)
  if (!begun) redirect(again ? unproved(to) : "/sign-in?done=openIdFailed")
  await rememberJourney(begun.journey)
  redirect(begun.address)
}
