import { AsyncLocalStorage } from "node:async_hooks"
import { subscribe } from "node:diagnostics_channel"
import { IncomingMessage } from "node:http"
import { Readable } from "node:stream"

declare global {
  var keypointIncoming: AsyncLocalStorage<WeakRef<IncomingMessage>> | undefined
}

const form = /^multipart\/form-data;/i

// Weakly: what outlives a request (a connection to the database) would otherwise hold it.
function incoming(): AsyncLocalStorage<WeakRef<IncomingMessage>> {
  return (globalThis.keypointIncoming ??= new AsyncLocalStorage())
}

/** Keeps each form with files at hand as the server itself received it, for `bodyOf`. */
export function holdIncoming(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return
    const { request } = message
    if (request instanceof IncomingMessage && form.test(request.headers["content-type"] ?? "")) incoming().enterWith(new WeakRef(request))
  })
}

/**
 * The body of the request that is being answered, as it comes from the socket. Next's own, a web stream, copies each piece:
 * for a megabyte that costs as much as hashing it, and the copies make the process look for garbage ten times as often.
 */
export function bodyOf(request: Request): Readable | null {
  const held = incoming().getStore()?.deref()
  if (held && !held.readableDidRead && !held.destroyed && !request.bodyUsed && held.headers["content-type"] === request.headers.get("content-type")) return held
  return request.body && Readable.from(request.body)
}
