import { operations } from "@/app/api/v1/operations"
import { streamed } from "@/app/api/v1/streamed"
import { openapi } from "@/lib/platform/api/openapi"
import { wrongMethod } from "@/lib/platform/api/problem"
import { version } from "@/package.json"

export const dynamic = "force-dynamic"

/** The description of the API; open to everybody, since it tells no data. */
export async function GET(): Promise<Response> {
  const server = process.env.KEYPOINT_URL ?? "http://localhost:3000"
  return Response.json(openapi(operations, streamed, version, server))
}

const refuse = wrongMethod("GET", "HEAD")
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
