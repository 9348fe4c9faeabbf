// Runs before each file of tests/access: stands in for the request that Next would be in, and for nothing of the product.
import { vi } from "vitest"
import { named } from "./command"
import { request } from "./request"

vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => void request.cookies.set(name, value),
    delete: (name: string) => void request.cookies.delete(name),
  }),
}))
vi.mock("next/cache", () => ({ revalidatePath: () => {} }))
vi.mock("next/server", async (real) => ({ ...(await real<object>()), after: (work: () => Promise<unknown>) => void request.afterwards.push(work) }))
vi.mock("next-intl/server", () => ({ getLocale: async () => "zh-CN" }))
// Who acts is who the cookie or the token says; only the day is the scene's.
vi.mock("@/lib/platform/identity", async (real) => {
  const identity = await real<typeof import("@/lib/platform/identity")>()
  const onItsDay = <Given>(find: (given: Given) => ReturnType<typeof identity.actorOfSession>) => async (given: Given) => {
    const actor = await find(given)
    return actor && request.at ? { ...actor, at: request.at } : actor
  }
  return { ...identity, actorOfSession: onItsDay(identity.actorOfSession), actorOfToken: onItsDay(identity.actorOfToken) }
})
// A command's name, for what its transaction leaves in the trail.
vi.mock("@/lib/platform/door", async (real) => {
  const door = await real<typeof import("@/lib/platform/door")>()
  const asActor: typeof door.asActor = (actor, command, run) => named(command, () => door.asActor(actor, command, run))
  return { ...door, asActor }
})
