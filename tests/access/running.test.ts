import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isId } from "@/lib/platform/ids"
import { cookieName } from "@/lib/platform/session"
import { actorOfSession } from "@/lib/platform/identity"
import { cleanDatabase } from "../setup/database"
import { type Caller, cellsOf, sessionOf, type Stage } from "./cast"
import { toldBy } from "./leaks"
import { comesBackFromProvider } from "./open-id"
import { words } from "./outcome"
import { served, startProduct } from "./product"
import { proofOf } from "./request"
import { downloads, pages, uploads } from "./routes"
import { addressOf, buildStanding, questions } from "./standing"
import { provesTable } from "./table"
import { textIn } from "./text"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let stage: Stage
let product: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  product = await startProduct()
  stage = await buildStanding()
}, 400_000)
afterAll(() => product?.stop())

/** Asked of the running product. */
async function asked(route: string, address: string, caller: Caller): Promise<string> {
  const [method] = route.startsWith("/") ? ["GET"] : route.split(" ")
  const response = await fetch(product.url + address, { method, redirect: "manual", headers: proofOf(address, caller.session) })
  const text = await textIn(response)
  if (words[response.status]) return words[response.status] ?? ""
  if (response.status >= 300 && response.status < 400) return /^([a-z]+:\/\/[^/]+)?\/sign-in\b/.test(response.headers.get("location") ?? "") ? "sign-in" : "leads-on"
  // What is no text is the very thing that the address names; what was asked and is said again is no answer.
  return response.ok ? toldBy(stage, caller, text === null ? address : withoutQuestion(text, address), route, route.startsWith("/")) : String(response.status)
}

function withoutQuestion(text: string, address: string): string {
  return [...new URL(address, product.url).searchParams.values()].filter(isId).reduce((left, key) => left.replaceAll(key, ""), text)
}

/** In a session of its own: whether the cookie is worth nothing afterwards. */
async function signedOut({ actor }: Caller): Promise<string> {
  const session = actor && (await sessionOf(actor))
  const own = session ? `${cookieName()}=${session.cookie}; ` : ""
  const given = await fetch(`${product.url}/api/auth/csrf`, { headers: { cookie: own } })
  const { csrfToken } = await given.json()
  const cookie = own + given.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ")
  await (await fetch(`${product.url}/api/auth/signout`, { method: "POST", redirect: "manual", headers: { cookie }, body: new URLSearchParams({ csrfToken }) })).text()
  return session && (await actorOfSession(session.id)) ? "nothing" : "acts"
}

/** Addresses that are worth something only on the way: what the callers do there, in sessions of their own. */
const apart: Record<string, (caller: Caller) => Promise<string>> = {
  "POST /api/auth/[...nextauth]": signedOut,
  "GET /api/sign-in/openid/callback": ({ actor }) => comesBackFromProvider(product.url, actor?.email ?? "stranger@keypoint.example"),
}

async function row(ask: (caller: Caller) => Promise<string>): Promise<string[]> {
  const got = new Map<Caller, string>()
  await Promise.all(stage.callers.map(async (caller) => got.set(caller, await ask(caller))))
  return cellsOf(got)
}

describe("pages", () => {
  provesTable("pages", pages(), (route) => row((caller) => asked(route, addressOf(stage, route), caller)))
})

describe("downloads", () => {
  const rows = downloads().flatMap((name) => (questions[name] ?? [""]).map((question) => name + question))
  provesTable("downloads", rows, (name) => {
    const [, route = ""] = name.split(/ (.*)/)
    return row((caller) => (apart[name] ?? (() => asked(name, addressOf(stage, route), caller)))(caller))
  })
})

it("leaves out no address of the build", () => {
  const known = [...pages(), ...[...uploads(), ...downloads()].map((name) => name.split(" ")[1])]
  expect(served().filter((address) => !known.includes(address))).toEqual([])
})

it("does not find an address that is no text, instead of breaking at it", async () => {
  const status = async (caller: Caller | undefined, address: string) =>
    (await fetch(product.url + address, { redirect: "manual", headers: proofOf(address, caller?.session ?? null) })).status
  const known = stage.callers.find(({ session }) => session !== null)
  const addresses = ["/units/%ff", "/%", "/_next/static/%c0%af", "/api/v1/%ff"]
  expect(await Promise.all(addresses.map((address) => status(known, address)))).toEqual([404, 404, 404, 404])
  expect(await Promise.all(addresses.map((address) => status(undefined, address)))).toEqual([307, 404, 404, 401])
})
