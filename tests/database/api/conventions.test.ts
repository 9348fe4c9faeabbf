import { beforeAll, describe, expect, it } from "vitest"
import { listDeficiencies } from "@/lib/deficiencies/queries/list"
import { newId } from "@/lib/platform/ids"
import { call, tokenOf } from "../../builders/api"
import { eventsAdded } from "../../builders/trail"
import { livedCompany, type Lived } from "../../builders/lived"

let company: Lived
let owner = ""
let finance = ""
beforeAll(async () => {
  company = await livedCompany()
  owner = await tokenOf(company.people.owner)
  finance = await tokenOf(company.people.finance)
})

const report = (title: string) => ({
  unitId: company.east, pointId: company.points[3]?.pointId, kind: "operating", source: "self-report", financialReporting: false, title, description: "九月未核对。",
})
const count = async () => (await listDeficiencies(company.people.finance, { limit: 200 })).items.length

describe("a create with an Idempotency-Key", () => {
  it("sent again is answered as before and done once", async () => {
    const key = { "idempotency-key": newId() }
    const before = await count()
    const first = await call(owner, "POST", "/deficiencies", { body: report("一"), headers: key })
    const again = await call(owner, "POST", "/deficiencies", { body: report("一"), headers: key })
    expect(first.status, first.text).toBe(201)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await count()).toBe(before + 1)
  })

  it("sent ten times at once is done once, and leaves one event", async () => {
    const key = { "idempotency-key": "k" }
    const before = await count()
    const answers: { status: number; body: unknown }[] = []
    const events = await eventsAdded(company.east, async () => {
      answers.push(...await Promise.all(Array.from({ length: 10 }, () => call(owner, "POST", "/deficiencies", { body: report("二"), headers: key }))))
    })
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await count()).toBe(before + 1)
    expect(events).toEqual(["deficiencies.registered"])
  })

  it("is a conflict with another request, and another person's own", async () => {
    const key = { "idempotency-key": newId() }
    expect((await call(owner, "POST", "/deficiencies", { body: report("三"), headers: key })).status).toBe(201)
    expect(await call(owner, "POST", "/deficiencies", { body: report("四"), headers: key })).toMatchObject({ status: 409, body: { code: "conflict" } })
    expect((await call(finance, "POST", "/assessments", { body: { unitId: company.east, quarter: "2027-Q1" }, headers: key })).status).toBe(201)
  })

  it("keeps no refusal: mended, it may be sent again", async () => {
    const key = { "idempotency-key": newId() }
    expect((await call(owner, "POST", "/deficiencies", { body: { ...report("五"), title: "" }, headers: key })).status).toBe(422)
    expect((await call(owner, "POST", "/deficiencies", { body: report("五"), headers: key })).status).toBe(201)
  })
})

describe("what is refused before anything is read", () => {
  it.each([
    ["a token that is none", { token: "kp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", path: "/me", method: "GET" }, 401, "unauthenticated"],
    ["a path that is none", { path: "/nothing", method: "GET" }, 404, "not-found"],
    ["a path that is badly written", { path: "/tests/%E0%A4%A", method: "GET" }, 422, "invalid"],
    ["a method that the path does not know", { path: "/me", method: "DELETE" }, 405, "wrong-method"],
    ["a body that is not JSON", { path: "/deficiencies", method: "POST", raw: "{" }, 422, "invalid"],
    ["a body that is a list", { path: "/deficiencies", method: "POST", raw: "[]" }, 422, "invalid"],
    ["a body of another kind", { path: "/deficiencies", method: "POST", raw: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415, "unsupported-type"],
    ["a body that is too long", { path: "/deficiencies", method: "POST", raw: `{"title":"${"x".repeat(1_000_001)}"}` }, 413, "too-large"],
    ["a text that holds NUL", { path: "/deficiencies", method: "POST", raw: '{"title":"\\u0000"}' }, 422, "invalid"],
  ])("%s", async (_name, { token, path, method, ...sent }: { token?: string; path: string; method: string; raw?: string; headers?: Record<string, string> }, status, code) => {
    const answer = await call(token ?? owner, method, path, sent)
    expect(answer).toMatchObject({ status, body: { status, code } })
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
  })

  it("tells which methods a path knows, and answers HEAD as GET without the content", async () => {
    expect((await call(owner, "DELETE", "/deficiencies")).headers.get("allow")).toBe("GET, POST, HEAD")
    const head = await call(owner, "HEAD", "/me")
    expect([head.status, head.text, head.headers.get("content-type")]).toEqual([200, "", "application/json"])
    expect((await call(owner, "HEAD", `/deficiencies/${newId()}`)).status).toBe(404)
  })

  it.each([["/deficiencies?status=clsed", "status"], ["/deficiencies?limit=500", "limit"], ["/obligations?cursor=x", "cursor"], [`/obligations?cursor=2026-02-30_${newId()}`, "cursor"], ["/obligations?cursor=2026-02-28_------------------------------------", "cursor"], ["/obligations?owner=somebody", "owner"], ["/control-points?cursor=x", "cursor"]])(
    "a filter that means nothing is refused, so that nobody takes all for some: %s", async (path, name) => {
      const answer = await call(owner, "GET", path)
      expect(answer).toMatchObject({ status: 422, body: { code: "invalid", errors: [{ path: name }] } })
    })

  it("an empty filter is none", async () => {
    expect((await call(owner, "GET", "/deficiencies?status=&unit=&cursor=&limit=")).status).toBe(200)
  })

  it("takes half a character for the replacement character, and not for a fault", async () => {
    const raw = JSON.stringify(report("半")).replace("半", "\\ud800")
    const answer = await call(owner, "POST", "/deficiencies", { raw, headers: { "content-type": "application/json" } })
    expect(answer.status, answer.text).toBe(201)
  })

  it("speaks the language that is asked for", async () => {
    const said = async (language: string) => (await call(owner, "GET", "/nothing", { headers: { "accept-language": language } })).body.detail
    expect(await said("en")).toContain("not found")
    expect(await said("zh-CN")).toMatch(/\p{Script=Han}/u)
    expect((await call(owner, "GET", "/nothing?lang=en", { headers: { "accept-language": "zh-CN" } })).body.detail).toBe(await said("en"))
  })
})

describe("lists and versions", () => {
  it("goes on from the cursor to the end without gap or repetition", async () => {
    const seen: unknown[] = []
    let path = "/audit-events?limit=3"
    for (let page = 0; page < 40; page++) {
      const { body } = await call(owner, "GET", path)
      if (Array.isArray(body.items)) seen.push(...body.items.map((item) => item.id))
      if (body.next === null) break
      path = `/audit-events?limit=3&cursor=${String(body.next)}`
    }
    const whole = (await call(owner, "GET", "/audit-events?limit=200")).body.items
    expect(Array.isArray(whole) && whole.map((item) => item.id)).toEqual(seen)
  })

  it("gives a record's version as ETag, which If-Match takes back", async () => {
    const path = `/assessments/${company.ids.assessments}`
    const { headers } = await call(owner, "GET", `/tests/${company.ids.tests}`)
    expect(headers.get("etag")).toMatch(/^"\d+"$/)
    const changed = await call(finance, "POST", `/tests/${company.ids.tests}/assign`, {
      body: { testerPersonId: company.people.tester.personId }, headers: { "if-match": headers.get("etag") ?? "" },
    })
    expect(changed.status, changed.text).toBe(200)
    expect((await call(finance, "POST", `${path}/open`, { headers: { "if-match": "*" } })).body.code).toBe("wrong-state")
  })
})
