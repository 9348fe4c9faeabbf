import { fileOf } from "@/lib/evidence/queries/record"
import { currentActor } from "@/lib/platform/session"
import { serveFile } from "@/lib/platform/upload/serve"

export const dynamic = "force-dynamic"

/** A file, only through a record that the reader sees (`?evidence=`); anything else is not found. */
export async function GET(request: Request, { params }: { params: Promise<{ sha256: string }> }): Promise<Response> {
  const actor = await currentActor()
  const file = actor && (await fileOf(actor, new URL(request.url).searchParams.get("evidence") ?? "", (await params).sha256))
  return (file && (await serveFile(file))) ?? new Response(null, { status: 404 })
}
