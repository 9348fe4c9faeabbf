import { beforeAll, describe, expect, test } from "vitest"
import { decideContest } from "@/lib/deficiencies/commands/confirmation"
import { settleDeficiencies } from "@/lib/deficiencies/commands/silence"
import { agreePlan } from "@/lib/deficiencies/commands/plan"
import { gradeDeficiency } from "@/lib/deficiencies/commands/grading"
import { reportImplemented } from "@/lib/deficiencies/commands/implementation"
import { registerDeficiency } from "@/lib/deficiencies/commands/raise"
import { passRetest } from "@/lib/deficiencies/commands/retest"
import { openByGradeIn } from "@/lib/deficiencies/queries/grades"
import { deficiencyOf } from "@/lib/deficiencies/queries/page"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { type CastName, buildCompany, type Company } from "../builders/company"
import { aDeficiency, deficiencyAfter, happen, recordOf, samplesOn, steps } from "../builders/deficiency"
import { at, gave } from "../builders/evidence"
import { asApplication, asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"

type Event = keyof typeof steps
let company: Company
const by = (name: CastName, day: string) => actingAt(company.people[name], at(day))
beforeAll(async () => {
  company = await buildCompany()
})

const toPlan: Event[] = ["confirm", "grade", "agree-plan"]
const toImplemented: Event[] = [...toPlan, "start-remediation", "report-implemented"]
const toRetesting: Event[] = [...toImplemented, "verify-implementation", "start-retest"]
const toPassed: Event[] = [...toRetesting, "pass-retest"]
// event, what came before, the state after, somebody of the unit who may not, and why
const lives: [Event, Event[], string, CastName, string][] = [
  ["confirm", [], "confirmed", "owner", "not-allowed"],
  ["contest", [], "contested", "tester", "not-allowed"],
  ["decide-contest", ["contest"], "confirmed", "finance", "not-allowed"],
  ["propose-grade", ["confirm"], "confirmed", "head", "not-allowed"],
  ["grade", ["confirm"], "graded", "finance", "not-allowed"],
  ["regrade", ["confirm", "grade"], "graded", "finance", "not-allowed"],
  ["agree-plan", ["confirm", "grade"], "planned", "owner", "not-allowed"],
  ["start-remediation", toPlan, "in-remediation", "finance", "not-allowed"],
  ["request-extension", toPlan, "planned", "head", "not-allowed"],
  ["decide-extension", [...toPlan, "request-extension"], "planned", "owner", "not-allowed"],
  ["report-implemented", [...toPlan, "start-remediation"], "implemented", "tester", "not-allowed"],
  ["verify-implementation", toImplemented, "observing", "owner", "not-allowed"],
  ["reject-implementation", toImplemented, "in-remediation", "head", "not-allowed"],
  ["start-retest", [...toImplemented, "verify-implementation"], "retesting", "owner", "not-allowed"],
  ["pass-retest", toRetesting, "retesting", "tester", "not-allowed"],
  ["fail-retest", toRetesting, "in-remediation", "internalAudit", "not-allowed"],
  ["close", toPassed, "closed", "head", "separation-of-duties"],
  ["accept-risk", ["confirm", "grade"], "accepted", "finance", "not-allowed"],
  ["expire-acceptance", ["confirm", "grade", "accept-risk"], "graded", "owner", "not-allowed"],
  ["propose-withdrawal", ["confirm"], "confirmed", "tester", "not-allowed"],
  ["withdraw", ["confirm", "propose-withdrawal"], "withdrawn", "finance", "not-allowed"],
  ["reopen", [...toPassed, "close"], "closed", "owner", "not-allowed"],
]

describe.each(lives)("%s", (event, before, after, intruder, code) => {
  test(`leads to ${after} with one event; who may not, another unit and a stale version leave nothing behind`, async () => {
    const id = await deficiencyAfter(company, before)
    const untouched = await recordOf(id)
    const refusals = await eventsAdded(company.east, async () => {
      expect(await happen(company, event, id, { who: intruder })).toMatchObject({ ok: false, refusal: { code } })
      expect(await happen(company, event, id, { who: "northFinance" })).toMatchObject({ refusal: { code: "not-found" } })
      expect(await happen(company, event, id, { version: untouched.version + 1 })).toMatchObject({ refusal: { code: "stale-version" } })
    })
    expect(refusals).toEqual([])
    expect(await recordOf(id)).toEqual(untouched)
    const events = await eventsAdded(company.east, async () => gave(await happen(company, event, id, { version: untouched.version })))
    expect(events).toEqual([`deficiencies.${steps[event].done}`])
    expect((await recordOf(id)).status).toBe(after)
  })
})

test("leadership determines a material weakness, which is then what they say", async () => {
  const id = await deficiencyAfter(company, ["confirm", "grade"], "material-weakness")
  const untouched = await recordOf(id)
  const refusals = await eventsAdded(company.east, async () => {
    expect(await happen(company, "determine", id, { who: "office" })).toMatchObject({ refusal: { code: "not-allowed" } })
    expect(await happen(company, "determine", id, { who: "northFinance" })).toMatchObject({ refusal: { code: "not-found" } })
    expect(await happen(company, "determine", id, { version: untouched.version + 1 })).toMatchObject({ refusal: { code: "stale-version" } })
    expect(await happen(company, "accept-risk", id)).toMatchObject({ refusal: { message: "deficiencies.refusals.materialNotAccepted" } })
  })
  expect(refusals).toEqual([])
  expect(await recordOf(id)).toEqual(untouched)
  const events = await eventsAdded(company.east, async () => gave(await happen(company, "determine", id, { version: untouched.version })))
  expect(events).toEqual(["deficiencies.determined"])
  expect(await recordOf(id)).toMatchObject({ grade: "significant-deficiency", gradings: [{ kind: "graded" }, { kind: "determined" }] })
})

describe("registering", () => {
  const input = () => ({
    unitId: company.east, pointId: company.points[3]?.pointId ?? "", kind: "design" as const, source: "self-report" as const, financialReporting: true, title: "无复核", description: "表上没有复核人。",
  })

  test("gives number, owner, department and five working days, in one event", async () => {
    const events = await eventsAdded(company.east, async () => {
      const { id, number } = gave(await registerDeficiency(by("performer", "2026-06-01"), input()))
      expect(number).toMatch(/^缺-2026-\d{3}$/)
      expect(await recordOf(id)).toMatchObject({
        status: "registered", ownerPersonId: company.people.owner.personId, departmentId: company.departmentId, quarter: "2026-Q2", confirmBy: new Date("2026-06-08T00:00:00Z"), pointCode: "9.1.1.4",
      })
    })
    expect(events).toEqual(["deficiencies.registered"])
  })

  test("numbers follow one another in a unit and year", async () => {
    const numbers = [await aDeficiency(company), await aDeficiency(company)].map(async (id) => Number((await recordOf(id)).number.slice(-3)))
    const [one, next] = await Promise.all(numbers)
    expect(next).toBe((one ?? 0) + 1)
  })

  test("another unit is not found, an unknown point is said at its field, an owner registers no audit finding", async () => {
    const none = await eventsAdded(company.east, async () => {
      expect(await registerDeficiency(by("northOwner", "2026-09-30"), input())).toMatchObject({ refusal: { code: "not-found" } })
      expect(await registerDeficiency(by("owner", "2026-09-30"), { ...input(), pointId: newId() })).toMatchObject({ refusal: { errors: [{ path: "pointId" }] } })
      expect(await registerDeficiency(by("owner", "2026-09-30"), { ...input(), source: "audit" })).toMatchObject({ refusal: { code: "not-allowed" } })
      expect(await registerDeficiency(by("externalAudit", "2026-09-30"), input())).toMatchObject({ ok: false })
    })
    expect(none).toEqual([])
  })

  test("one that has come back is new and linked, once", async () => {
    const closed = await deficiencyAfter(company, [...toPassed, "close"])
    const { id } = gave(await happen(company, "reopen", closed))
    expect(await recordOf(id)).toMatchObject({ status: "registered", predecessorId: closed, title: "未按月核对" })
    expect(await happen(company, "reopen", closed)).toMatchObject({ refusal: { code: "conflict" } })
    const related = async (which: string) => (await deficiencyOf(company.people.finance, which))?.related
    expect(await related(closed)).toMatchObject({ predecessor: null, successors: [{ id, status: "registered" }] })
    expect(await related(id)).toMatchObject({ predecessor: { id: closed, status: "closed" }, successors: [] })
  })
})

describe("silence", () => {
  test("counts as confirmed after five working days, by the product, and an acceptance runs out", async () => {
    const silent = await aDeficiency(company)
    const accepted = await deficiencyAfter(company, ["confirm", "grade", "accept-risk"])
    await settleDeficiencies(at("2026-08-10"))
    expect((await recordOf(silent)).status).toBe("registered")
    await settleDeficiencies(at("2026-08-11"))
    expect(await recordOf(silent)).toMatchObject({ status: "confirmed", confirmations: [{ outcome: "deemed", by: null }] })
    await settleDeficiencies(at("2027-01-01"))
    expect(await recordOf(accepted)).toMatchObject({ status: "graded", acceptedUntil: null })
  })
})

describe("grading", () => {
  const input = { likelihood: "probable" as const, presumed: [], reason: "按阈值", profitBeforeTax: 1_000_000, revenue: 10_000_000, assets: 30_000_000 }

  test("a grade below what likelihood and magnitude ask for is refused at its field", async () => {
    const id = await deficiencyAfter(company, ["confirm"])
    const office = by("office", "2026-08-05")
    expect(await gradeDeficiency(office, { ...input, id, grade: "control-deficiency", magnitude: 30_000 })).toMatchObject({ refusal: { errors: [{ path: "grade", params: { least: "significant" } }] } })
    expect(await gradeDeficiency(office, { ...input, id, grade: "significant-deficiency", magnitude: 1, presumed: ["restatement"] })).toMatchObject({ refusal: { errors: [{ path: "grade" }] } })
    expect(await gradeDeficiency(office, { ...input, id, assets: undefined, grade: "material-weakness" })).toMatchObject({ refusal: { errors: [{ path: "assets" }] } })
    gave(await gradeDeficiency(office, { ...input, id, grade: "material-weakness", magnitude: 60_000 }))
    const record = await recordOf(id)
    expect(record.gradings.map(({ materialFrom, magnitude }) => [Number(materialFrom), Number(magnitude)])).toEqual([[50_000, 60_000]])
  })
})

describe("remediation and retest", () => {
  test("a remediator of another unit, and a date that has passed, are said at their fields", async () => {
    const id = await deficiencyAfter(company, ["confirm", "grade"])
    const plan = { id, cause: "design" as const, actions: "修订流程", dueOn: "2026-08-31" }
    const lead = by("finance", "2026-08-06")
    expect(await agreePlan(lead, { ...plan, remediatorPersonId: company.people.northOwner.personId ?? "" })).toMatchObject({ refusal: { errors: [{ path: "remediatorPersonId" }] } })
    expect(await agreePlan(lead, { ...plan, dueOn: "2026-08-05" })).toMatchObject({ refusal: { errors: [{ path: "dueOn" }] } })
    expect(await agreePlan(lead, { ...plan, cause: undefined })).toMatchObject({ refusal: { errors: [{ path: "cause" }] } })
  })

  test("implementation in the future is refused", async () => {
    const id = await deficiencyAfter(company, [...toPlan, "start-remediation"])
    expect(await reportImplemented(by("owner", "2026-08-10"), { id, implementedOn: "2026-08-11", note: "完成" })).toMatchObject({ refusal: { errors: [{ path: "implementedOn" }] } })
  })

  test("a retest before the waiting period is over is refused, and so are earlier samples", async () => {
    const id = await deficiencyAfter(company, [...toImplemented, "verify-implementation"])
    expect(await happen(company, "start-retest", id, { day: "2026-10-09" })).toMatchObject({ refusal: { message: "deficiencies.refusals.retestTooEarly", params: { day: "2026-10-10" } } })
    gave(await happen(company, "start-retest", id))
    const pass = (...days: string[]) => passRetest(by("tester2", "2026-10-12"), { id, samples: samplesOn(...days) })
    expect(await pass("2026-07-31", "2026-08-31", "2026-09-30")).toMatchObject({ refusal: { errors: [{ path: "samples.0.occurredOn", message: "deficiencies.errors.retest.before-implementation" }] } })
    expect(await pass("2026-08-31")).toMatchObject({ refusal: { errors: [{ path: "samples", message: "deficiencies.errors.retest.too-few" }, { path: "samples" }] } })
    expect(await happen(company, "close", id)).toMatchObject({ refusal: { message: "deficiencies.refusals.retestNotPassed" } })
    expect((await recordOf(id)).retests).toMatchObject([{ outcome: null, required: 2, samples: [] }])
  })

  test("after a failed retest the implementation is reported anew, and the waiting begins again", async () => {
    const id = await deficiencyAfter(company, [...toRetesting, "fail-retest"])
    expect((await recordOf(id)).implementedOn).toBeNull()
    expect(await reportImplemented(by("owner", "2026-10-13"), { id, implementedOn: "2026-10-01", note: "完成" })).toMatchObject({ refusal: { errors: [{ message: "deficiencies.errors.implementation.before-retest" }] } })
    gave(await reportImplemented(by("owner", "2026-10-13"), { id, implementedOn: "2026-10-13", note: "完成" }))
    gave(await happen(company, "verify-implementation", id, { day: "2026-10-14" }))
    expect(await happen(company, "start-retest", id, { day: "2026-12-12" })).toMatchObject({ refusal: { code: "wrong-state" } })
    gave(await happen(company, "start-retest", id, { day: "2026-12-13" }))
  })

  test("owner and, for a significant one, the first tester are refused by the database itself", async () => {
    const id = await deficiencyAfter(company, [...toImplemented, "verify-implementation"], "significant-deficiency")
    await asOwner(`update "Deficiency" set "firstTesterPersonId" = $1 where id = $2`, [company.people.tester.personId, id])
    expect(await happen(company, "start-retest", id, { who: "tester" })).toMatchObject({ refusal: { code: "separation-of-duties", message: "deficiencies.refusals.firstTester" } })
    const insert = (person: string | null) => asOwner(
      `insert into "Retest" (id, "unitId", "deficiencyId", "testerPersonId", "implementedOn", required, "startedAt") values ($1, $2, $3, $4, '2026-08-10', 2, now())`,
      [newId(), company.east, id, person])
    await expect(insert(company.people.tester.personId)).rejects.toMatchObject({ code: "KP002" })
    await expect(insert(company.people.owner.personId)).rejects.toMatchObject({ code: "KP002" })
  })

  test("a remediator replaced by a later plan is refused the retest, by policy and by the database itself", async () => {
    const id = await deficiencyAfter(company, ["confirm", "grade"])
    const plan = { id, cause: "execution" as const, actions: "补做核对", dueOn: "2027-03-31" }
    gave(await agreePlan(by("finance", "2026-08-06"), { ...plan, remediatorPersonId: company.people.tester2.personId ?? "" }))
    gave(await happen(company, "start-remediation", id, { who: "tester2" }))
    gave(await happen(company, "accept-risk", id, { day: "2026-08-08" }))
    gave(await agreePlan(by("finance", "2026-08-09"), { ...plan, remediatorPersonId: company.people.owner.personId ?? "" }))
    gave(await happen(company, "start-remediation", id, { day: "2026-08-09" }))
    gave(await happen(company, "report-implemented", id))
    gave(await happen(company, "verify-implementation", id))
    expect((await recordOf(id)).remediatorPersonId).toBe(company.people.owner.personId)
    expect(await happen(company, "start-retest", id, { who: "tester2" })).toMatchObject({ refusal: { code: "separation-of-duties", message: "deficiencies.refusals.ownRemediation" } })
    const insert = (person: string | null) => asOwner(
      `insert into "Retest" (id, "unitId", "deficiencyId", "testerPersonId", "implementedOn", required, "startedAt") values ($1, $2, $3, $4, '2026-08-10', 2, now())`,
      [newId(), company.east, id, person])
    await expect(insert(company.people.tester2.personId)).rejects.toMatchObject({ code: "KP002" })
    gave(await happen(company, "start-retest", id, { who: "tester" }))
  })

  test("who was named by an earlier plan and replaced, even before anything began, does not retest; the database says so too", async () => {
    const id = await deficiencyAfter(company, ["confirm", "grade"])
    const plan = { id, cause: "execution" as const, actions: "补做核对", dueOn: "2026-08-31" }
    gave(await agreePlan(by("finance", "2026-08-06"), { ...plan, remediatorPersonId: company.people.tester2.personId ?? "" }))
    gave(await agreePlan(by("finance", "2026-08-06"), { ...plan, remediatorPersonId: company.people.owner.personId ?? "" }))
    for (const event of ["start-remediation", "report-implemented", "verify-implementation"] as const) gave(await happen(company, event, id))
    const refused = await happen(company, "start-retest", id)
    expect(refused.ok ? "done" : refused.refusal.code).toBe("separation-of-duties")
    await asOwner(`update "Deficiency" set "remediedBy" = '{}' where id = $1`, [id])
    const tester = company.people.tester2.personId ?? ""
    await expect(asApplication(`select kp_enter('person', '${tester}', array['${company.east}']::uuid[], 'operating', null);
      insert into "Retest" (id, "unitId", "deficiencyId", "testerPersonId", "implementedOn", required, "startedAt") values (gen_random_uuid(), '${company.east}', '${id}', '${tester}', '2026-08-31', 2, now())`)).rejects.toMatchObject({ code: "KP002" })
  })

  test("a contest that was right withdraws it", async () => {
    const id = await deficiencyAfter(company, ["contest"])
    gave(await decideContest(by("office", "2026-08-05"), { id, outcome: "withdrawn", reason: "记录在案" }))
    expect(await recordOf(id)).toMatchObject({ status: "withdrawn", confirmations: [{ outcome: "contested" }, { outcome: "overturned" }], closures: [{ kind: "withdrawn" }] })
  })
})

test("open ones are counted by grade; closed and withdrawn ones are not", async () => {
  const clean = await buildCompany()
  const count = () => asReader(seed, ({ tx }) => openByGradeIn(tx, clean.east))
  await aDeficiency(clean)
  await deficiencyAfter(clean, ["confirm", "grade", "accept-risk"])
  await deficiencyAfter(clean, [...toPassed, "close"])
  await deficiencyAfter(clean, ["confirm", "grade"], "material-weakness")
  expect(await count()).toEqual({ "material-weakness": 1, "significant-deficiency": 0, "control-deficiency": 1, ungraded: 1 })
})
