import { beforeAll, expect, test } from "vitest"
import { assessmentOperations } from "@/lib/assessments/api"
import { listAssessments } from "@/lib/assessments/queries/list"
import { testLifecycle } from "@/lib/assessments/rules/lifecycle"
import { actingAt, type Actor } from "@/lib/platform/actor"
import { newId } from "@/lib/platform/ids"
import { buildCompany, type Company } from "../builders/company"
import { at, gave } from "../builders/evidence"
import { asOwner } from "../builders/owner"

let company: Company
const by = (name: keyof Company["people"]): Actor => actingAt(company.people[name], at("2026-10-12"))

/** One call as the endpoint makes it: the answer is checked against the operation's own schema. */
async function call(actor: Actor, method: string, path: string, input: Record<string, unknown>) {
  const found = assessmentOperations.find((operation) => operation.method === method && operation.path === path)
  if (!found) throw new Error(`no operation ${method} ${path}`)
  const result = await found.handle(actor, input)
  if (result.ok && result.value !== null) return { ok: true as const, value: found.output.parse(JSON.parse(JSON.stringify(result.value))) }
  return result
}

const listed = (value: unknown) => (typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items) ? value.items : [])

beforeAll(async () => {
  company = await buildCompany()
})

test("every event of a paper has its address, but sealing, which closing does", () => {
  const paths = assessmentOperations.map((operation) => operation.path)
  for (const event of testLifecycle.events.filter((one) => one !== "seal")) expect(paths).toContain(`/tests/{id}/${event}`)
})

test("a quarter over HTTP: planned, opened, its lines read and one begun", async () => {
  const planned = gave(await call(by("finance"), "POST", "/assessments", { unitId: company.east, quarter: "2026-Q3" }))
  expect(planned).toMatchObject({ version: 1 })
  const assessments = gave(await call(by("finance"), "GET", "/assessments", { unit: company.east }))
  const id = listed(assessments)[0]?.id
  expect(gave(await call(by("finance"), "POST", "/assessments/{id}/open", { id, version: 1 }))).toMatchObject({ id, version: 2 })
  const due = listed(gave(await call(by("finance"), "GET", "/assessments/{id}/tests", { id, standing: "unassigned" })))
  expect(due).toHaveLength(7)
  expect(listed(gave(await call(by("finance"), "GET", "/assessments/{id}/tests", { id, standing: "not-due" }))).map((line) => line.notDueUntil)).toEqual(["2026-Q4", "2026-Q4"])
  const test = due.find((line) => line.code === "9.1.1.4")?.id
  const people = { testerPersonId: company.people.tester.personId, reviewerPersonId: company.people.tester2.personId }
  expect(gave(await call(by("finance"), "POST", "/tests/{id}/assign", { id: test, ...people }))).toEqual({ count: 1 })
  expect(await call(by("owner"), "POST", "/tests/{id}/start", { id: test })).toMatchObject({ refusal: { code: "separation-of-duties" } })
  expect(gave(await call(by("tester"), "POST", "/tests/{id}/start", { id: test, version: 2 }))).toMatchObject({ version: 3 })
  expect(await call(by("tester"), "POST", "/tests/{id}/record-design", { id: test, result: "good" })).toMatchObject({ refusal: { code: "invalid", errors: expect.arrayContaining([expect.objectContaining({ path: "result" })]) } })
  expect(gave(await call(by("tester"), "GET", "/tests/{id}", { id: test }))).toMatchObject({ status: "in-progress", attributes: [{ key: "A" }, { key: "B" }], samples: [] })
})

test("another plant finds neither the assessment nor its papers", async () => {
  const assessments = gave(await call(by("finance"), "GET", "/assessments", { unit: company.east }))
  const id = listed(assessments)[0]?.id
  expect(listed(gave(await call(by("northFinance"), "GET", "/assessments", {})))).toEqual([])
  expect(await call(by("northFinance"), "GET", "/assessments/{id}/tests", { id })).toMatchObject({ value: null })
  expect(await call(by("northFinance"), "POST", "/assessments/{id}/open", { id })).toMatchObject({ refusal: { code: "not-found" } })
})

test("a process is signed through one of its papers too", async () => {
  const assessments = gave(await call(by("finance"), "GET", "/assessments", { unit: company.east }))
  const [line] = listed(gave(await call(by("finance"), "GET", "/assessments/{id}/tests", { id: listed(assessments)[0]?.id })))
  expect(await call(by("finance"), "POST", "/tests/{id}/sign-off", { id: line.id })).toMatchObject({ refusal: { message: "assessments.refusals.papers-not-reviewed" } })
  expect(await call(by("northFinance"), "POST", "/tests/{id}/sign-off", { id: line.id })).toMatchObject({ refusal: { code: "not-found" } })
})

test("the list of assessments goes on from its cursor, newest quarter first, and counts the papers of each", async () => {
  for (const quarter of ["2026-Q2", "2026-Q1", "2025-Q4"]) gave(await call(by("finance"), "POST", "/assessments", { unitId: company.east, quarter }))
  const papers = await asOwner<{ quarter: string; count: number }>(
    `select a.quarter, count(t.id)::int as count from "Assessment" a left join "Test" t on t."assessmentId" = a.id where a."unitId" = $1 group by 1 order by 1 desc`, [company.east])
  const seen: unknown[] = []
  let cursor: string | null = null
  do {
    const page: { items: { quarter: string; applicable: number }[]; next: string | null } = await listAssessments(by("finance"), { unit: company.east, limit: 1, cursor: cursor ?? undefined })
    seen.push(...page.items.map(({ quarter, applicable }) => ({ quarter, count: applicable })))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(papers)
  expect(seen).toHaveLength(4)
  expect(papers[0]?.count).toBeGreaterThan(7)
  const of = async (filter: { year?: number; status?: string; cursor?: string }) => (await listAssessments(by("finance"), { limit: 50, ...filter })).items.map(({ quarter }) => quarter)
  expect(await of({ year: 2025 })).toEqual(["2025-Q4"])
  expect(await of({ status: "open" })).toEqual(["2026-Q3"])
  expect(await of({ cursor: newId() })).toEqual([])
})
