import { fileOf } from "@/lib/evidence/queries/record"
import { callerOf } from "@/lib/platform/api/caller"
import { answered, problem, wrongMethod } from "@/lib/platform/api/problem"
import { notFound } from "@/lib/platform/endpoint"
import { serveFile } from "@/lib/platform/upload/serve"

export const dynamic = "force-dynamic"

export const GET = answered(async (request: Request, { params }: { params: Promise<{ sha256: string }> }) => {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(request, caller.refusal)
  const file = await fileOf(caller.value, new URL(request.url).searchParams.get("evidence") ?? "", (await params).sha256)
  return (file && (await serveFile(file))) ?? problem(request, notFound.refusal)
})

const refuse = wrongMethod("GET", "HEAD")
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
