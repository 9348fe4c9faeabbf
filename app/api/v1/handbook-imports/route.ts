import { receiveWorkbook } from "@/lib/handbook/api/uploads"
import { callerOf } from "@/lib/platform/api/caller"
import { answered, problem, wrongMethod } from "@/lib/platform/api/problem"

export const dynamic = "force-dynamic"

/** `POST /handbook-imports`, multipart: `file`, and `draft` for where it goes (streamed, so not an ordinary operation). */
export const POST = answered(async (request: Request) => {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(request, caller.refusal)
  const { result } = await receiveWorkbook(caller.value, request, caller.value.language)
  if (!result.ok) return problem(request, result.refusal)
  return Response.json(result.value, { status: 201, headers: { location: `/api/v1/handbook-imports/${result.value.id}`, "cache-control": "no-store" } })
})

const refuse = wrongMethod("POST")
export { refuse as DELETE, refuse as GET, refuse as HEAD, refuse as PATCH, refuse as PUT }
