import { afterAll, beforeAll } from "vitest"
import { cookieName } from "@/lib/platform/session"
import { cleanDatabase } from "../setup/database"
import { type Caller, cellsOf, type Stage } from "./cast"
import { toldBy } from "./leaks"
import { startProduct } from "./product"
import { pages } from "./routes"
import { addressOf, buildStanding } from "./standing"
import { provesTable } from "./table"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let stage: Stage
let product: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  product = await startProduct()
  stage = await buildStanding()
}, 400_000)
afterAll(() => product?.stop())

async function opened(address: string, caller: Caller): Promise<string> {
  const response = await fetch(product.url + address, { redirect: "manual", headers: caller.session ? { cookie: `${cookieName()}=${caller.session.cookie}` } : {} })
  const text = await response.text()
  if (response.status === 404) return "not-found"
  if (response.status === 307) return response.headers.get("location")?.startsWith("/sign-in") ? "sign-in" : "leads-on"
  return response.status === 200 ? toldBy(stage, caller, text, true) : String(response.status)
}

provesTable("pages", pages(), async (route) => {
  const got = new Map<Caller, string>()
  const address = addressOf(stage, route)
  await Promise.all(stage.callers.map(async (caller) => got.set(caller, await opened(address, caller))))
  return cellsOf(got)
})
