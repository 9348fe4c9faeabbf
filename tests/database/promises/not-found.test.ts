import { performance } from "node:perf_hooks"
import { beforeAll, describe, expect, it } from "vitest"
import { operations } from "@/app/api/v1/operations"
import { newId } from "@/lib/platform/ids"
import { call, tokenOf } from "../../builders/api"
import { livedCompany, type Lived } from "../../builders/lived"
import { sampleOf } from "../../builders/sample"
import { cleanDatabase } from "../../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Lived
let token: string
beforeAll(async () => {
  company = await livedCompany()
  token = await tokenOf(company.people.northFinance)
})

const withKey = operations.filter(({ path, multipart }) => path.includes("{") && !multipart && !/^\/(editions|control-points|scopes)\b/.test(path))
const bodyOf = (input: (typeof operations)[number]["input"]) => (input ? sampleOf(input, { unitId: company.east }) : {})

/** The path with EAST's keys, or with keys of nothing. */
function addressOf(path: string, foreign: boolean): string {
  const room = path.split("/")[1] ?? ""
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (foreign ? (company.ids[name] ?? company.ids[room]) : undefined) ?? newId())
}

const keys = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g

describe("a key of another unit and a key of nothing", () => {
  it.each(withKey.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))("are answered alike: %s", async (_, { method, path, input }) => {
    const ask = (foreign: boolean) => call(token, method, addressOf(path, foreign), method === "GET" ? {} : { body: bodyOf(input) })
    const [another, nothing] = [await ask(true), await ask(false)]
    const plain = ({ status, text, headers }: typeof another) => ({ status, text: text.replaceAll(keys, "<key>"), headers: [...headers].filter(([name]) => name !== "date") })
    expect(plain(another)).toEqual(plain(nothing))
  })

  // Coarsely: what is hidden costs no more than what is not there, so that nobody reads it from the clock.
  it.each(["/deficiencies/{id}", "/evidence/{id}", "/statements/{id}", "/tests/{id}"])("take the same time: GET %s", async (path) => {
    const times: Record<"another" | "nothing", number[]> = { another: [], nothing: [] }
    for (let round = 0; round < 60; round += 1) {
      for (const [kind, foreign] of round % 2 ? ([["another", true], ["nothing", false]] as const) : ([["nothing", false], ["another", true]] as const)) {
        const since = performance.now()
        await call(token, "GET", addressOf(path, foreign))
        times[kind].push(performance.now() - since)
      }
    }
    // The quickest quarter: what the machine does besides only ever adds to a time.
    const typical = (all: number[]) => all.toSorted((a, b) => a - b).slice(0, 15).reduce((sum, one) => sum + one, 0) / 15
    const ratio = typical(times.another) / typical(times.nothing)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })

  it("are not found by searching either", async () => {
    for (const q of [company.people.owner.email, "核对", "东厂", company.ids.deficiencies ?? ""]) {
      for (const path of ["/people", "/deficiencies", "/units", "/obligations", "/evidence", "/assessments", "/statements", "/change-requests", "/handovers"]) {
        const { text } = await call(token, "GET", `${path}?q=${encodeURIComponent(q)}&limit=200`)
        expect({ path, q, leaks: [company.east, company.people.owner.personId ?? ""].filter((key) => text.includes(key)) }).toEqual({ path, q, leaks: [] })
      }
    }
  })
})
