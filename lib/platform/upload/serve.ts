import { openStored } from "@/lib/platform/storage"

const shown = ["application/pdf", "image/jpeg", "image/png", "image/webp", "text/plain", "text/csv"]

/**
 * A stored file for a reader who may see it: shown where a browser can do so safely, otherwise downloaded; never run. A PDF
 * opens in the browser's own viewer, which a sandbox would keep from starting. Null if the content is not here.
 */
export async function serveFile({ name, sha256, mime }: { name: string; sha256: string; mime: string }): Promise<Response | null> {
  const stored = await openStored(sha256)
  if (!stored) return null
  const [type = "", charset = "charset=utf-8"] = mime.split("; ")
  const disposition = shown.includes(type) ? "inline" : "attachment"
  const sandbox = mime === "application/pdf" ? "" : "; sandbox"
  return new Response(stored.stream, {
    headers: {
      "content-type": type.startsWith("text/") ? `text/plain; ${charset}` : type,
      "content-length": String(stored.size),
      "content-disposition": `${disposition}; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'${sandbox}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      etag: `"${sha256}"`,
    },
  })
}
