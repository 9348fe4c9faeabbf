import { z } from "zod"
import { openStored } from "@/lib/platform/storage"

const fileSchema = z.object({ sha256: z.string(), name: z.string(), mime: z.string() })

/** A stored file as the answer to a request, shown in place; null when its content is not here. */
export async function fileResponse(value: unknown): Promise<Response | null> {
  const file = fileSchema.parse(value)
  const stored = await openStored(file.sha256)
  if (!stored) return null
  return new Response(stored.stream, {
    headers: {
      "content-type": file.mime,
      "content-length": String(stored.size),
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      etag: `"${file.sha256}"`,
    },
  })
}
