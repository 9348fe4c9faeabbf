import { cookieName } from "@/lib/platform/session"
import type { Session } from "./cast"

type Request = { cookies: Map<string, string>; headers: Headers; at: Date | undefined; afterwards: (() => Promise<unknown>)[] }

/** The request that runs now: its cookies and headers, the day on which the caller acts, and what waits for its end. */
export const request: Request = { cookies: new Map(), headers: new Headers(), at: undefined, afterwards: [] }

/** Begins a request with these cookies. */
export function begin(cookies: Record<string, string>, at?: Date): void {
  request.cookies = new Map(Object.entries(cookies))
  request.at = at
  request.afterwards = []
}

/** How a caller proves who they are: the API asks for a token, everything else for the session's cookie. */
export function proofOf(address: string, session: Session | null): Record<string, string> {
  if (!session) return {}
  return address.startsWith("/api/v1/") ? { authorization: `Bearer ${session.token}` } : { cookie: `${cookieName()}=${session.cookie}` }
}
