import { createServer } from "node:net"

function tryPort(port: number) {
  return new Promise<number | undefined>((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(undefined))
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === "object" ? address.port : undefined))
    })
  })
}

/** A free port on 127.0.0.1: the preferred one if it is free, else any. */
export async function freePort(preferred?: number) {
  const port = (preferred ? await tryPort(preferred) : undefined) ?? (await tryPort(0))
  if (!port) throw new Error("No port is free on 127.0.0.1.")
  return port
}
