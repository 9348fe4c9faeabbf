import { beforeAll, describe, expect, test } from "vitest"
import { assignTests } from "@/lib/assessments/commands/assign"
import { closeAssessment, startReview } from "@/lib/assessments/commands/close"
import { openAssessment } from "@/lib/assessments/commands/open"
import { openPaper } from "@/lib/assessments/commands/open-paper"
import { planAssessment } from "@/lib/assessments/commands/plan"
import { signOff } from "@/lib/assessments/commands/sign-off"
import { startTest } from "@/lib/assessments/commands/start"
import { boardOf } from "@/lib/assessments/queries/board"
import type { LineFilter } from "@/lib/assessments/queries/narrow"
import { factsOfQuarterIn } from "@/lib/assessments/queries/facts"
import { openingsIn } from "@/lib/assessments/queries/openings"
import { signingPapersIn, signingSeed } from "@/lib/assessments/queries/signing"
import { readingsOf } from "@/lib/assessments/rules/signing"
import { actingAt, type Actor, seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { crewOf, finish, openQuarter, type OpenQuarter, paperOf } from "../builders/assessment"
import { buildCompany, type Company } from "../builders/company"
import { at, gave } from "../builders/evidence"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"

let company: Company
const day = "2026-10-12"
const by = (name: keyof Company["people"]): Actor => actingAt(company.people[name], at(day))
const id = (name: keyof Company["people"]) => company.people[name].personId ?? ""

beforeAll(async () => {
  company = await buildCompany()
})

describe("planning and opening", () => {
  test("the lead plans a quarter once; an owner and another plant's lead may not", async () => {
    const plan = { unitId: company.east, quarter: "2026-Q1" }
    expect(await planAssessment(by("owner"), plan)).toMatchObject({ refusal: { code: "not-allowed", who: ["finance-lead", "control-office"] } })
    expect(await planAssessment(by("northFinance"), plan)).toMatchObject({ refusal: { code: "not-found" } })
    const events = await eventsAdded(company.east, async () => gave(await planAssessment(by("finance"), plan)))
    expect(events).toEqual(["assessments.planned"])
    const again = await eventsAdded(company.east, async () =>
      expect(await planAssessment(by("finance"), plan)).toMatchObject({ refusal: { code: "conflict", errors: [{ path: "quarter" }] } }))
    expect(again).toEqual([])
  })

  test("opening writes a line for every applicable point with owner and frequency frozen, and plans the obligations", async () => {
    const lead = by("finance")
    const plan = gave(await planAssessment(lead, { unitId: company.east, quarter: "2026-Q2" }))
    expect(await openAssessment(lead, { id: plan.id, version: 7 })).toMatchObject({ refusal: { code: "stale-version" } })
    expect(await openAssessment(by("tester"), { id: plan.id })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await openAssessment(by("northFinance"), { id: plan.id })).toMatchObject({ refusal: { code: "not-found" } })
    const events = await eventsAdded(company.east, async () => expect(gave(await openAssessment(lead, { id: plan.id, version: 1 }))).toMatchObject({ tests: 9, version: 2 }))
    expect(events).toEqual(["assessments.opened"])
    const rows = await asReader(seed, ({ tx }) => tx.test.findMany({ where: { assessmentId: plan.id }, orderBy: { code: "asc" } }))
    expect(rows.map((row) => row.frequency)).toEqual(company.points.map((point) => point.frequency))
    expect(rows.every((row) => row.ownerPersonId === id("owner") && row.status === "unassigned")).toBe(true)
    expect((await boardOf(lead, plan.id, { limit: 200 }))?.page.shown.map(({ code }) => code)).toEqual(company.points.map(({ code }) => code))
    const owed = await asReader(seed, ({ tx }) => tx.obligation.count({ where: { unitId: company.east, quarter: "2026-Q2" } }))
    expect(owed).toBeGreaterThan(20)
    expect(await openAssessment(lead, { id: plan.id })).toMatchObject({ refusal: { code: "wrong-state", message: "assessments.refusals.assessment-open" } })
  })

  test("the board counts its lines as they are, and its pages follow one another", async () => {
    const { id: quarter } = await openQuarter(company, "2025-Q1", day)
    const lead = by("finance")
    const lines = await asReader(seed, ({ tx }) => tx.test.findMany({ where: { assessmentId: quarter }, orderBy: { code: "asc" } }))
    await asActor(seed, "tests.assign", ({ tx }) => tx.test.updateMany({ where: { id: { in: lines.slice(2, 4).map((line) => line.id) } }, data: { testerPersonId: id("tester"), status: "assigned" } }))
    const board = async (filter: Partial<LineFilter>) => (await boardOf(lead, quarter, { limit: 200, ...filter })) ?? expect.fail("no board")
    const codes = async (filter: Partial<LineFilter>) => (await board(filter)).page.shown.map(({ code }) => code)
    const all = await board({})
    const notDue = lines.filter(({ frequency }) => ["yearly", "half-yearly"].includes(frequency))
    expect(all.facts).toMatchObject({ applicable: lines.length, notDue: notDue.length, tested: 0 })
    expect(all.ready.review).toMatchObject({ refusal: { params: { count: lines.length - notDue.length } } })
    const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
    expect(sum(all.counts)).toBe(lines.length)
    expect(all.counts.filter(({ tester }) => tester !== null)).toEqual([{ node: lines[2]?.nodeCode, tester: id("tester"), standing: "assigned", conclusion: null, count: 2 }])
    const elements = [...new Set(lines.map(({ nodeCode }) => nodeCode))]
    expect([...new Set(all.counts.map(({ node }) => node))]).toEqual(elements)
    for (const node of elements) expect(sum(all.counts.filter((one) => one.node === node))).toBe(lines.filter(({ nodeCode }) => nodeCode === node).length)
    expect(all.names.get(id("tester"))).toBeDefined()
    expect(await codes({ tester: id("tester") })).toEqual(lines.slice(2, 4).map(({ code }) => code))
    expect(await codes({ standing: "assigned" })).toEqual(lines.slice(2, 4).map(({ code }) => code))
    expect((await codes({ standing: "not-due" })).toSorted()).toEqual(notDue.map(({ code }) => code))
    expect(await codes({ q: lines[0]?.code })).toEqual([lines[0]?.code])
    expect(await codes({ conclusion: "effective" })).toEqual([])
    expect(await codes({ reviewer: id("tester") })).toEqual([])
    expect(await codes({ node: "nowhere" })).toEqual([])
    const whole = await codes({})
    const first = (await board({ limit: 4 })).page
    expect([first.shown.map(({ code }) => code), first.total]).toEqual([whole.slice(0, 4), lines.length])
    const second = (await board({ limit: 200, cursor: first.next ?? "" })).page
    expect([second.shown.map(({ code }) => code), second.next]).toEqual([whole.slice(4), null])
    expect(await codes({ cursor: quarter })).toEqual(whole)
  })

  test("the board's lines stand as the edition orders its processes, and by number within each; also when it becomes another edition's", async () => {
    const { id: quarter } = await openQuarter(company, "2025-Q2", day)
    const board = async (filter: Partial<LineFilter> = {}) => (await boardOf(by("finance"), quarter, { limit: 200, ...filter })) ?? expect.fail("no board")
    expect([...(await board()).titles.keys()]).toEqual(["9.1"])
    const edition = newId()
    await asOwner(`
      begin; set local session_replication_role = replica;
      insert into "Edition" select (jsonb_populate_record(e, '{"id": "${edition}", "number": "T-other", "status": "superseded", "effectiveFrom": "2000-01-01"}')).* from "Edition" e where id = '${company.editionId}';
      insert into "HandbookNode" select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'editionId', '${edition}', 'code', other.code, 'ordinal', other.ordinal))).*
        from "HandbookNode" n, (values ('9.10', 1), ('9.2', 2)) as other (code, ordinal) where n."editionId" = '${company.editionId}';
      update "Assessment" set "editionId" = '${edition}' where id = '${quarter}';
      update "Test" set "nodeCode" = case when code < '9.1.1.4' then '9.2' when code = '9.1.1.5' then '9.0' else '9.10' end, code = replace(code, '9.1.1.7', '9.1.1.10')
        where "assessmentId" = '${quarter}';
      commit`)
    const all = await board()
    expect([...all.titles.keys()]).toEqual(["9.10", "9.2"])
    const ordered = ["9.1.1.4", "9.1.1.6", "9.1.1.8", "9.1.1.9", "9.1.1.10", "9.1.1.1", "9.1.1.2", "9.1.1.3", "9.1.1.5"]
    expect(all.page.shown.map(({ code }) => code)).toEqual(ordered)
    expect([...new Set(all.counts.map(({ node }) => node))]).toEqual(["9.10", "9.2", "9.0"])
    const paged: string[] = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const { page }: Awaited<ReturnType<typeof board>> = await board({ limit: 2, ...(cursor && { cursor }) })
      paged.push(...page.shown.map(({ code }) => code))
      cursor = page.next
    }
    expect(paged).toEqual(ordered)
  })

  test("a quarter that has not begun does not open", async () => {
    const plan = gave(await planAssessment(by("finance"), { unitId: company.east, quarter: "2027-Q1" }))
    expect(await openAssessment(by("finance"), { id: plan.id })).toMatchObject({ refusal: { message: "assessments.refusals.quarter-not-begun" } })
  })
})

describe("assigning", () => {
  let quarter: OpenQuarter
  beforeAll(async () => {
    quarter = await openQuarter(company, "2025-Q3", day)
  })
  const due = () => quarter.lines.filter((line) => !["yearly", "half-yearly"].includes(line.frequency))

  test("many papers at once get tester and reviewer, with one event", async () => {
    const testIds = due().map((line) => line.id)
    const events = await eventsAdded(company.east, async () =>
      expect(gave(await assignTests(by("finance"), { testIds, testerPersonId: id("tester"), reviewerPersonId: id("tester2") }))).toEqual({ count: 7 }))
    expect(events).toEqual(["assessments.assigned"])
    expect(await paperOf(quarter.line("9.1.1.4").id)).toMatchObject({ status: "assigned", testerPersonId: id("tester"), reviewerPersonId: id("tester2"), version: 2 })
  })

  test("the owner cannot be the tester, said at the field with who could", async () => {
    const before = await paperOf(quarter.line("9.1.1.4").id)
    const refusal = await assignTests(by("finance"), { testIds: [before.id], testerPersonId: id("owner") })
    expect(refusal).toMatchObject({
      refusal: { code: "separation-of-duties", who: expect.arrayContaining(["tester"]), errors: expect.arrayContaining([expect.objectContaining({ path: "testerPersonId", message: "assessments.errors.tester-owns" })]) },
    })
    expect(await paperOf(before.id)).toEqual(before)
  })

  test("the tester cannot be the reviewer, and the owner cannot review", async () => {
    const testIds = [quarter.line("9.1.1.5").id]
    expect(await assignTests(by("finance"), { testIds, reviewerPersonId: id("tester") })).toMatchObject({
      refusal: { code: "separation-of-duties", errors: [{ path: "reviewerPersonId", message: "assessments.errors.reviewer-tested" }] },
    })
    expect(await assignTests(by("finance"), { testIds, reviewerPersonId: id("owner") })).toMatchObject({ refusal: { code: "separation-of-duties" } })
  })

  test("a line that is not due takes no tester, and nobody without a testing role is named", async () => {
    expect(await assignTests(by("finance"), { testIds: [quarter.line("9.1.1.1").id], testerPersonId: id("tester") })).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "testIds", message: "assessments.errors.not-due" }] },
    })
    expect(await assignTests(by("finance"), { testIds: [quarter.line("9.1.1.3").id], testerPersonId: id("manager") })).toMatchObject({
      refusal: { errors: [{ path: "testerPersonId", message: "assessments.errors.no-testing-role" }] },
    })
  })

  test("only the lead assigns; another unit's paper is not found; a stale version conflicts", async () => {
    const testIds = [quarter.line("9.1.1.3").id]
    expect(await assignTests(by("tester"), { testIds, testerPersonId: id("tester2") })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await assignTests(by("northFinance"), { testIds, testerPersonId: id("northTester") })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await assignTests(by("finance"), { testIds: [newId()], testerPersonId: id("tester") })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await assignTests(by("finance"), { testIds, testerPersonId: id("tester2"), version: 9 })).toMatchObject({ refusal: { code: "stale-version" } })
  })

  test("what the policy lets through by mistake the database refuses", async () => {
    const test = quarter.line("9.1.1.6").id
    const set = (column: string, person: string) => asOwner(`update "Test" set "${column}" = $1 where id = $2`, [person, test])
    await expect(set("testerPersonId", id("owner"))).rejects.toMatchObject({ code: "KP002" })
    await expect(set("reviewerPersonId", id("tester"))).rejects.toMatchObject({ code: "KP002" })
    await expect(set("reviewerPersonId", id("owner"))).rejects.toMatchObject({ code: "KP002" })
  })
})

describe("a whole quarter", () => {
  let quarter: OpenQuarter
  const crew = () => crewOf(company, day)
  beforeAll(async () => {
    quarter = await openQuarter(company, "2026-Q3", day)
  })

  test("review does not start while a due paper has no conclusion, and nothing closes before it", async () => {
    expect(await startReview(by("finance"), { id: quarter.id })).toMatchObject({ refusal: { code: "wrong-state", params: { count: 7 } } })
    expect(await closeAssessment(by("finance"), { id: quarter.id })).toMatchObject({ refusal: { message: "assessments.refusals.assessment-open" } })
  })

  test("from papers to a sealed quarter", async () => {
    const due = quarter.lines.filter((line) => !["yearly", "half-yearly"].includes(line.frequency))
    for (const line of due) await finish(crew(), line, 20)
    const events = await eventsAdded(company.east, async () => gave(await startReview(by("finance"), { id: quarter.id })))
    expect(events).toEqual(["assessments.reviewStarted"])
    expect(await closeAssessment(by("finance"), { id: quarter.id })).toMatchObject({ refusal: { message: "assessments.refusals.tests-not-signed-off" } })
    await signing(due.length)
    expect(await closeAssessment(by("tester"), { id: quarter.id })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await closeAssessment(by("finance"), { id: quarter.id, version: 1 })).toMatchObject({ refusal: { code: "stale-version" } })
    expect(await eventsAdded(company.east, async () => gave(await closeAssessment(by("finance"), { id: quarter.id })))).toEqual(["assessments.closed"])
    expect(await paperOf(quarter.line("9.1.1.1").id)).toMatchObject({ status: "sealed", conclusion: "not-due" })
    expect(await asReader(seed, ({ tx }) => factsOfQuarterIn(tx, { unitId: company.east, quarter: "2026-Q3" }))).toMatchObject({
      applicable: 9, tested: 7, effective: 7, ineffective: 0, didNotOccur: 0, notDue: 2, unfinished: [], status: "closed",
    })
  })

  async function signing(due: number) {
    const sign = { assessmentId: quarter.id, node: "9.1" }
    const papers = await asReader(seed, ({ tx }) => signingPapersIn(tx, { id: quarter.id, unitId: company.east }, ["9.1"]))
    const opened = readingsOf(papers, signingSeed({ id: quarter.id }, "9.1")).map((reading) => reading.id)
    expect(opened).toHaveLength(1)
    const [id = ""] = opened
    const unread = { refusal: { code: "wrong-state", message: "assessments.refusals.papers-unread" } }
    expect(await signOff(by("finance"), sign)).toMatchObject(unread)
    // Somebody else's opening, and that of another unit, is not the lead's.
    expect(await openPaper(by("tester"), { id })).toMatchObject({ ok: true, value: { noted: false } })
    expect(await openPaper(by("northFinance"), { id })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await openPaper(by("office"), { id })).toMatchObject({ ok: true, value: { noted: true } })
    expect(await signOff(by("finance"), sign)).toMatchObject(unread)
    expect(await eventsAdded(company.east, async () => expect(gave(await openPaper(by("finance"), { id }))).toMatchObject({ noted: true }))).toEqual(["assessments.paperOpened"])
    expect(await eventsAdded(company.east, async () => expect(gave(await openPaper(by("finance"), { id }))).toMatchObject({ noted: false }))).toEqual([])
    await expect(asOwner(`update "PaperOpening" set "openedAt" = now() where "testId" = $1`, [id])).rejects.toMatchObject({ code: "KP001" })
    const before = await asReader(seed, ({ tx }) => openingsIn(tx, { assessmentId: quarter.id, unitId: company.east }, by("finance").personId ?? ""))
    expect([...before.keys()]).toEqual([id])
    // A paper concluded anew is to be opened anew.
    await asOwner(`update "Test" set "concludedAt" = "concludedAt" + interval '10 years' where id = $1`, [id])
    expect(await signOff(by("finance"), sign)).toMatchObject(unread)
    await asOwner(`update "Test" set "concludedAt" = "concludedAt" - interval '10 years' where id = $1`, [id])
    expect(await signOff(by("tester"), sign)).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await signOff(by("northFinance"), sign)).toMatchObject({ refusal: { code: "not-found" } })
    const events = await eventsAdded(company.east, async () => expect(gave(await signOff(by("finance"), sign))).toMatchObject({ count: due }))
    expect(events).toEqual(["assessments.signedOff"])
  }

  test("a sealed paper refuses every change, also past the code", async () => {
    const paper = quarter.line("9.1.1.4").id
    expect(await startTest(by("tester"), { id: paper })).toMatchObject({ refusal: { code: "wrong-state", message: "assessments.refusals.test-sealed" } })
    await expect(asOwner(`update "Test" set conclusion = 'ineffective' where id = $1`, [paper])).rejects.toMatchObject({ code: "KP003" })
    await expect(asOwner(`update "Assessment" set status = 'open' where id = $1`, [quarter.id])).rejects.toMatchObject({ code: "KP003" })
  })
})
