import "server-only"
import { headers } from "next/headers"
import { deviceOfBrowser } from "@/lib/platform/device-cookie"

/** Where the server itself saw a request come from (`instrumentation.ts`); what a client writes there is overwritten. */
export const peerHeader = "x-keypoint-peer"

/** The asker's address, browser and device. Behind a proxy (https, or one on this machine) its word counts, and only its last. */
export async function visitor(): Promise<{ address: string; agent: string; device: string | null }> {
  const jar = await headers()
  const peer = jar.get(peerHeader) ?? "unknown"
  const proxied = (process.env.KEYPOINT_URL ?? "").startsWith("https:") || /^(::1|(::ffff:)?127\.)/.test(peer)
  const told = jar.get("x-forwarded-for")?.split(",").at(-1)?.trim()
  return { address: (proxied && told) || peer, agent: jar.get("user-agent")?.slice(0, 300) ?? "", device: await deviceOfBrowser() }
}
