/**
 * The policy of a page. Scripts run by nonce only; styles come from our own files, so `style=` attributes do nothing.
 * Development needs eval and a socket for reloading, production neither.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const evaluate = development ? " 'unsafe-eval'" : ""
  const socket = development ? " ws: wss:" : ""
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
