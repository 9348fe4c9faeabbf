/**
 * Whether a request that changes something was sent by a page of this server: its Origin is the address it was sent to, or
 * the public one. Without an Origin, or with an opaque one, only a browser that vouches for the same site is believed.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin")
  if (!origin || origin === "null") return request.headers.get("sec-fetch-site") === "same-origin"
  if (!URL.canParse(origin)) return false
  const { host, protocol } = new URL(origin)
  const own = process.env.KEYPOINT_URL
  if (own && URL.canParse(own) && new URL(own).origin === origin) return true
  return (protocol === "http:" || protocol === "https:") && host === request.headers.get("host")
}
