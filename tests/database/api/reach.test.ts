import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { operations } from "@/app/api/v1/operations"
import type { Operation } from "@/lib/platform/endpoint"
import { newId } from "@/lib/platform/ids"
import { type Answer, call, tokenOf } from "../../builders/api"
import { livedCompany, type Lived } from "../../builders/lived"
import { sampleOf } from "../../builders/sample"

let company: Lived
const tokens: Record<string, string> = {}
beforeAll(async () => {
  company = await livedCompany()
  const { owner, finance, manager, office, chiefAccountant, northFinance, externalAudit, admin } = company.people
  for (const [name, actor] of Object.entries({ owner, finance, manager, office, chiefAccountant, northFinance, externalAudit, admin })) tokens[name] = await tokenOf(actor)
})

const named = (method: string) => operations.filter((operation) => operation.method === method).map((operation) => [`${method} ${operation.path}`, operation] as const)
// The handbook and the approved scopes belong to everybody, and one's own account to oneself.
const ofNobody = (operation: Operation) => /^\/(editions|handbook|control-points|scopes|me)(?=\/|$)/.test(operation.path)
// Uploads belong to the company that keeps the handbook; who has access, its readers alone are told.
const memberFor = ({ path }: Operation) => tokens[/^\/handbook-/.test(path) ? "office" : path.startsWith("/access-reviews") ? "finance" : "owner"] ?? ""

/** The path with EAST's keys, or with what stands for every key. */
function address({ path }: Operation, instead?: string): string {
  const room = path.split("/")[1] ?? ""
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => instead ?? company.ids[name] ?? company.ids[room] ?? newId())
}

// What schemas check by rules that their description does not tell.
const days = { quarter: "2026-Q3", dueOn: "2026-12-20", implementedOn: "2026-11-20", occurredOn: "2026-11-20", until: "2026-12-20", withhold: [], country: "CN" }

function bodyFor(operation: Operation): Record<string, unknown> {
  const known = { unitId: company.east, parentId: company.east, departmentId: company.departmentId, pointId: company.ids.pointId, personId: company.people.owner.personId, unitIds: [company.east], obligationIds: [company.ids.obligations], ...days }
  return operation.input ? sampleOf(operation.input, known) : {}
}

/** Whether an answer holds nothing of EAST: no such unit, no such keys. */
function isFree({ status, text }: Answer): boolean {
  return status === 404 || (status === 200 && !text.includes(company.east) && !Object.entries(company.ids).some(([room, id]) => !["editions", "control-points", "pointId"].includes(room) && text.includes(id)))
}

const problem = z.object({ status: z.number(), code: z.string(), detail: z.string().min(1), errors: z.array(z.object({ path: z.string(), message: z.string() })) })

describe.each(named("GET"))("%s", (_name, operation) => {
  it("answers a member of the unit as the document says", async () => {
    const answer = await call(memberFor(operation), "GET", address(operation))
    if (operation.kind === "file") return expect([200, 404]).toContain(answer.status)
    expect(answer.status, answer.text).toBe(200)
    const parsed = operation.output.safeParse(answer.body)
    expect(parsed.error?.issues ?? []).toEqual([])
    if (operation.kind === "list") expect(answer.body).toMatchObject({ items: expect.any(Array), next: answer.body.next ?? null })
  })

  it("answers nobody without a token", async () => {
    const answer = await call(null, "GET", address(operation))
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } })
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
  })

  it("never fails on a key or a filter that is none", async () => {
    for (const query of ["", "?limit=0", "?limit=201", "?cursor=x", `?cursor=${newId()}`, "?unit=nowhere", "?owner=x&status=x&period=x&node=%00"]) {
      const answer = await call(memberFor(operation), "GET", `${address(operation, query ? undefined : "not-a-key")}${query}`)
      expect([200, 404, 422], `${query} ${answer.text}`).toContain(answer.status)
      if (answer.status === 200 && operation.kind === "list") expect(z.array(z.unknown()).parse(answer.body.items).length).toBeLessThanOrEqual(200)
    }
  })
})

describe.each(named("GET").filter(([, { kind }]) => kind === "list"))("%s", (_name, operation) => {
  const asks = (name: string) => operation.input instanceof z.ZodObject && name in operation.input.shape
  it("refuses a cursor that is none, and more than 200", async () => {
    const answers = await Promise.all(["cursor=x", "limit=201"].map((query) => call(memberFor(operation), "GET", `${address(operation)}?${query}`)))
    expect(answers.map(({ status }) => status)).toEqual([asks("cursor") ? 422 : 200, asks("limit") ? 422 : 200])
  })
})

describe.each(named("POST"))("%s", (_name, operation) => {
  it("refuses a malformed key, never with a fault", async () => {
    const answer = await call(tokens.finance ?? "", "POST", address(operation, "not-a-key"), { body: bodyFor(operation) })
    const wanted = operation.path.includes("{") ? [404, 422] : [201, 403, 404, 409, 422]
    expect(wanted, answer.text).toContain(answer.status)
    if (answer.status >= 400) expect(problem.safeParse(answer.body).success, answer.text).toBe(true)
  })

  it("finds nothing behind a key of nothing", async () => {
    const withKey = operation.path.includes("{")
    const answer = await call(tokens.finance ?? "", "POST", address(operation, newId()), { body: bodyFor(operation) })
    if (withKey) expect(answer, answer.text).toMatchObject({ status: 404, body: { code: "not-found" } })
    else expect(answer.status, answer.text).not.toBe(500)
  })

  it("answers nobody without a token", async () => {
    expect((await call(null, "POST", address(operation), { body: bodyFor(operation) })).status).toBe(401)
  })
})

describe("another plant and an external auditor are told nothing of the unit", () => {
  it.each(named("GET").filter(([, operation]) => !ofNobody(operation)))("%s", async (_name, operation) => {
    // Which units there are, an auditor of the company may know.
    for (const reader of /^\/units(\/\{id\})?$/.test(operation.path) ? ["northFinance"] : ["northFinance", "externalAudit"]) {
      const answer = await call(tokens[reader] ?? "", "GET", address(operation))
      expect(isFree(answer), `${reader} ${answer.status} ${answer.text.slice(0, 300)}`).toBe(true)
    }
  })
})

describe("another unit's is not found", () => {
  it.each(named("POST").filter(([, operation]) => !/^\/(editions|me)\b/.test(operation.path)))("%s", async (_name, operation) => {
    const answer = await call(tokens.northFinance ?? "", "POST", address(operation), { body: bodyFor(operation) })
    expect(answer, answer.text).toMatchObject({ status: 404, body: { code: "not-found" } })
  })
})

const versioned = ({ kind, input, path }: Operation) =>
  kind === "change" && path.includes("{id}") && Boolean(input && JSON.stringify(z.toJSONSchema(input, { io: "output", unrepresentable: "any" })).includes('"version"'))

function whoChanges(path: string): string {
  if (/^\/(engagements|scopes|handbook-matchings)\//.test(path) || path.includes("/control-points/")) return "office"
  if (/^\/(access-reviews|personnel-changes)\//.test(path)) return "admin"
  if (/^\/borrowings\/\{id\}\/(lend|decline)$/.test(path)) return "office"
  if (/\/(sign|refuse)$/.test(path)) return "manager"
  return path.endsWith("/countersign") ? "chiefAccountant" : "finance"
}

// What is there is not in the state for it, which is said first: a statement that nobody signed.
const stands = (path: string) => path.endsWith("/countersign")

describe("a stale version is refused by If-Match", () => {
  it.each(named("POST").filter(([, operation]) => versioned(operation)))("%s", async (_name, operation) => {
    const who = whoChanges(operation.path)
    const answer = await call(tokens[who] ?? "", "POST", address(operation), { body: bodyFor(operation), headers: { "if-match": '"9999"' } })
    expect(answer, answer.text).toMatchObject({ status: 409, body: { code: stands(operation.path) ? "wrong-state" : "stale-version" } })
    const foreign = await call(tokens[who] ?? "", "POST", address(operation), { body: bodyFor(operation), headers: { "if-match": '"of-another-server"' } })
    expect(foreign).toMatchObject({ status: 409, body: { code: "stale-version" } })
  })
})
