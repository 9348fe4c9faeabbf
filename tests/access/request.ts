type Request = { cookies: Map<string, string>; headers: Headers; at: Date | undefined; afterwards: (() => Promise<unknown>)[] }

/** The request that runs now: its cookies and headers, the day on which the caller acts, and what waits for its end. */
export const request: Request = { cookies: new Map(), headers: new Headers(), at: undefined, afterwards: [] }

/** Begins a request with these cookies. */
export function begin(cookies: Record<string, string>, at?: Date): void {
  request.cookies = new Map(Object.entries(cookies))
  request.at = at
  request.afterwards = []
}
