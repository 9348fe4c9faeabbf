import { connection } from "next/server"
import { health } from "@/lib/platform/health"

export async function GET() {
  await connection()
  const { ok, answer } = await health()
  return Response.json(answer, { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } })
}
