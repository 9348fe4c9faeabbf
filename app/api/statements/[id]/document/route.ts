import { currentActor } from "@/lib/platform/session"
import { fileResponse } from "@/lib/platform/file-response"
import { isId } from "@/lib/platform/ids"
import { documentOf } from "@/lib/statements/queries/page"

const absent = () => new Response(null, { status: 404 })

/** The document of a signed statement, for the browser: as it was made when it was signed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, { id }] = [await currentActor(), await params]
  if (!actor) return Response.redirect(new URL("/sign-in", process.env.KEYPOINT_URL ?? request.url), 303)
  if (!isId(id)) return absent()
  const copy = new URL(request.url).searchParams.get("copy") === "countersigned" ? "countersigned" : undefined
  const file = await documentOf(actor, { id, copy })
  return (file && (await fileResponse(file))) ?? absent()
}
