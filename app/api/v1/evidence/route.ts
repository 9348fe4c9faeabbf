import { receiveEvidence } from "@/lib/evidence/api/uploads"
import { callerOf } from "@/lib/platform/api/caller"
import { answered, problem, wrongMethod } from "@/lib/platform/api/problem"
import { digest } from "@/lib/platform/once"

export const dynamic = "force-dynamic"

/** `POST /evidence`, multipart: `obligationIds`, `kind`, `occurredOn`, `reference`, `note`, `file`… (streamed, so not an ordinary operation). */
export const POST = answered(async (request: Request) => {
  const { result } = await receiveEvidence(callerOf(request), request, keyOf(request))
  if (!result.ok) return problem(request, result.refusal)
  const { id, number, version, files } = result.value
  return Response.json({ id, number, version, files }, { status: 201, headers: { location: `/api/v1/evidence/${id}`, etag: `"${version}"`, "cache-control": "no-store" } })
})

function keyOf(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key")
  return key ? digest(key) : undefined
}

const refuse = wrongMethod("POST")
export { refuse as DELETE, refuse as GET, refuse as HEAD, refuse as PATCH, refuse as PUT }
