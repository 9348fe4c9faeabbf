import { NextResponse, type NextRequest } from "next/server"
import { contentSecurityPolicy } from "@/lib/platform/content-security-policy"
import { isOwnOrigin } from "@/lib/platform/origin"

/** Gives every page its own nonce and policy. Uploads and the API do not pass here: their bodies would be buffered. */
export function proxy(request: NextRequest) {
  // Next takes an action whose Origin is missing or opaque for one of ours.
  if (!["GET", "HEAD"].includes(request.method) && !isOwnOrigin(request)) return new NextResponse(null, { status: 403 })
  // PostgreSQL's texts hold no NUL, so no address of ours does.
  if (/%00/.test(request.nextUrl.href)) return new NextResponse(null, { status: 400 })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development")

  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("x-keypoint-path", request.nextUrl.pathname + request.nextUrl.search)
  headers.set("content-security-policy", policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set("Content-Security-Policy", policy)
  if (process.env.KEYPOINT_URL?.startsWith("https://")) {
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
  }
  return response
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"] }
