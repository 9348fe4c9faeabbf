import { operations } from "@/app/api/v1/operations"
import { serve } from "@/lib/platform/api/serve"

export const dynamic = "force-dynamic"

async function answer(request: Request): Promise<Response> {
  return serve(operations, request)
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT }
