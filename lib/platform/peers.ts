import { subscribe } from "node:diagnostics_channel"
import { IncomingMessage } from "node:http"

/** Writes onto each request the address that it came from: what headers say of it can be made up by the client. */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return
    const { request } = message
    if (request instanceof IncomingMessage) request.headers["x-keypoint-peer"] = request.socket.remoteAddress ?? "unknown"
  })
}
