import { subscribe } from "node:diagnostics_channel"
import { IncomingMessage } from "node:http"

/** Takes an address whose escapes are no text (`/units/%ff`) by the letter, so that it is not found: Next would answer 500 before any page is asked. */
export function readAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return
    const { request } = message
    if (request instanceof IncomingMessage && request.url !== undefined) request.url = readable(request.url)
  })
}

/** The same address, in whose path each sign that begins an escape stands for itself where they make no text. */
export function readable(url: string): string {
  const [path = "", ...query] = url.split("?")
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?")
  }
}
