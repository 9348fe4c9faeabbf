import { beforeAll, expect, test } from "vitest"
import { planObligations } from "@/lib/evidence/commands/plan"
import { resubmitEvidence } from "@/lib/evidence/commands/resubmit"
import { acceptUse, acceptUses, returnUse } from "@/lib/evidence/commands/review"
import { sealQuarterWithin } from "@/lib/evidence/commands/seal"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { obligationsPage } from "@/lib/evidence/queries/list-page"
import { listObligations, type ListedObligation } from "@/lib/evidence/queries/obligations"
import { recordOf } from "@/lib/evidence/queries/record"
import { waitingUses } from "@/lib/evidence/queries/waiting"
import { usesOfPointIn } from "@/lib/evidence/queries/uses"
import { obligationStatus, obligationStatuses } from "@/lib/evidence/rules/status"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { dayOf } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { addPerformer } from "@/lib/units/commands/performers"
import { buildCompany, type Company } from "../builders/company"
import { at, evidenceFor, gave, logEvidence, photo, planQuarter } from "../builders/evidence"
import { asOwner } from "../builders/owner"

let company: Company
let owed: ListedObligation[]
let owner: Actor
let reviewer: Actor
const day = "2026-08-05"

beforeAll(async () => {
  company = await buildCompany()
  owed = await planQuarter(company, "2026-Q3")
  owner = actingAt(company.people.owner, at(day))
  reviewer = actingAt(company.people.evidenceReviewer, at(day))
})

const ofPeriod = (period: string, code: string) => owed.find((one) => one.period === period && one.code === code)?.id ?? ""
const monthly = (period: string) => ofPeriod(period, "9.1.1.4")

function counts() {
  return asReader(actingAt(seed, at(day)), async ({ tx }) => ({
    records: await tx.evidenceRecord.count({ where: { unitId: company.east } }),
    uses: await tx.evidenceUse.count({ where: { unitId: company.east } }),
    events: await tx.auditEvent.count({ where: { unitId: company.east } }),
  }))
}

async function eventsAdded(run: () => Promise<unknown>): Promise<string[]> {
  const before = await counts()
  await run()
  return asReader(seed, async ({ tx }) =>
    (await tx.auditEvent.findMany({ where: { unitId: company.east }, orderBy: { sequence: "asc" }, skip: before.events, select: { type: true } })).map(({ type }) => type))
}

async function useOf(recordId: string, version = 1) {
  const use = await asReader(seed, ({ tx }) => tx.evidenceUse.findFirst({
    where: { version: { recordId, version } }, select: { id: true, status: true, revision: true, late: true, reason: true, sealedAt: true, decidedBy: true },
  }))
  if (!use) throw new Error("no use")
  return use
}

const statusOf = async (id: string, on = day) =>
  (await listObligations(actingAt(company.people.finance, at(on)), { unit: company.east, limit: 200 })).items.find((one) => one.id === id)?.status

test("a quarter's obligations: a record per period, one register a month for points that run daily or more often", () => {
  const count = (code: string) => owed.filter((one) => one.code === code).map((one) => one.kind)
  for (const code of ["9.1.1.1", "9.1.1.2"]) expect(count(code)).toEqual([])
  expect(count("9.1.1.3")).toEqual(["record"])
  expect(count("9.1.1.4")).toEqual(["record", "record", "record"])
  expect(count("9.1.1.5")).toHaveLength(13)
  for (const code of ["9.1.1.6", "9.1.1.7", "9.1.1.8"]) expect(count(code)).toEqual(["register", "register", "register"])
  expect(owed.find((one) => one.id === monthly("2026-07"))).toMatchObject({ dueOn: "2026-08-07", quarter: "2026-Q3", owner: { id: owner.personId } })
})

test("planning a quarter again changes nothing and writes no event", async () => {
  const lead = company.people.finance
  const events = await eventsAdded(async () => expect(gave(await planObligations(lead, { unitId: company.east, quarter: "2026-Q3" }))).toEqual({ created: 0 }))
  expect(events).toEqual([])
})

test("an owner may not plan, and another unit's quarter is not there to be planned", async () => {
  expect(await planObligations(owner, { unitId: company.east, quarter: "2026-Q2" })).toMatchObject({ refusal: { code: "not-allowed" } })
  expect(await planObligations(company.people.northFinance, { unitId: company.east, quarter: "2026-Q2" })).toMatchObject({ ok: false })
})

test("a submitted record answers its obligations and leaves one event", async () => {
  const ids = [monthly("2026-07"), ofPeriod("2026-W31", "9.1.1.5")]
  const events = await eventsAdded(async () => gave(await submitEvidence(owner, evidenceFor(ids))))
  expect(events).toEqual(["evidence.submitted"])
  expect(await Promise.all(ids.map((id) => statusOf(id)))).toEqual(["submitted", "submitted"])
})

test("an amount is shown to the last of its digits", async () => {
  const record = await logEvidence(owner, monthly("2026-09"), "2026-10-02", { amount: "1234567890123456.78" })
  expect((await recordOf(owner, record.id))?.versions.map(({ amount, files, uses }) => [amount, files.length, uses.length])).toEqual([["1234567890123456.78", 1, 1]])
})

test("a corrected record is told with every version as it is stored, the newest first, and who may have done it", async () => {
  const { id } = await logEvidence(owner, ofPeriod("2026-W38", "9.1.1.5"), "2026-09-21")
  const first = await useOf(id)
  gave(await returnUse(reviewer, { id: first.id, reason: "缺签字" }))
  gave(await resubmitEvidence(actingAt(owner, at("2026-09-22")), { ...evidenceFor([], { occurredOn: "2026-09-21" }), recordId: id, reason: "补签", keep: [] }))
  const view = await recordOf(owner, id)
  const stored = await asReader(seed, ({ tx }) => tx.evidenceRecord.findUniqueOrThrow({
    where: { id },
    include: { versions: { orderBy: { version: "desc" }, include: { files: { orderBy: { ordinal: "asc" } }, uses: { include: { obligation: true } } } } },
  }))
  const versions = stored.versions.map(({ amount, occurredOn, uses, ...one }) => ({
    ...one, amount: amount?.toString() ?? null, occurredOn: occurredOn && dayOf(occurredOn),
    uses: uses.map(({ obligation, ...use }) => ({ ...use, obligation: { ...obligation, periodStart: dayOf(obligation.periodStart), dueOn: dayOf(obligation.dueOn) } })),
  }))
  const plain = view?.versions.map(({ submitter: _s, principal: _p, performer: _f, uses, ...one }) => ({
    ...one, uses: uses.map(({ unitId: _u, submittedBy: _b, performedBy: _d, answering: _a, point: _t, sealed: _l, newest: _n, decider: _c, ...use }) => use),
  }))
  expect(versions).toMatchObject(plain ?? [])
  expect(view?.versions.map(({ version, submitter, uses }) => [version, submitter?.en, uses[0]?.newest, uses[0]?.status, uses[0]?.decider?.en ?? null, uses[0]?.point?.code])).toEqual([
    [2, "owner", true, "submitted", null, "9.1.1.5"], [1, "owner", false, "returned", "evidenceReviewer", "9.1.1.5"],
  ])
  expect(view?.people[0]).toEqual({ id: owner.personId, name: { zh: "owner", en: "owner" } })
  expect(view?.history.map(({ type }) => type)).toEqual(["evidence.submitted", "evidence.returned", "evidence.resubmitted"])
})

test("a refused record leaves nothing behind, and what is missing stands at its field", async () => {
  const before = await counts()
  const none = await submitEvidence(owner, { ...evidenceFor([monthly("2026-07")], { kind: undefined, occurredOn: undefined, files: [] }) })
  expect(none.ok ? [] : none.refusal.errors?.map(({ path }) => path)).toEqual(["kind", "occurredOn", "file"])
  const future = await submitEvidence(owner, evidenceFor([monthly("2026-07")], { occurredOn: "2026-08-06" }))
  expect(future).toMatchObject({ refusal: { errors: [{ path: "occurredOn", message: "evidence.errors.future" }] } })
  const early = await submitEvidence(owner, evidenceFor([monthly("2026-09")], { occurredOn: "2026-08-01" }))
  expect(early).toMatchObject({ refusal: { errors: [{ message: "evidence.errors.notBegun" }] } })
  const reviewerTries = await submitEvidence(reviewer, evidenceFor([monthly("2026-07")]))
  expect(reviewerTries).toMatchObject({ refusal: { code: "not-allowed", message: "evidence.refusals.notYours", params: { owner: "owner" } } })
  expect(await counts()).toEqual(before)
})

test("another unit finds neither obligation, record nor use", async () => {
  const record = await logEvidence(company.people.owner, ofPeriod("2026-W32", "9.1.1.5"), "2026-08-10")
  const use = await useOf(record.id)
  const stranger = company.people.northFinance
  expect(await submitEvidence(company.people.northOwner, evidenceFor([monthly("2026-07")]))).toMatchObject({ refusal: { code: "not-found" } })
  expect(await acceptUse(stranger, { id: use.id })).toMatchObject({ refusal: { code: "not-found" } })
  expect(await returnUse(stranger, { id: use.id, reason: "x" })).toMatchObject({ refusal: { code: "not-found" } })
  const again = { ...evidenceFor([]), recordId: record.id, reason: "x", keep: [] }
  expect(await resubmitEvidence(company.people.northOwner, again)).toMatchObject({ refusal: { code: "not-found" } })
})

test("the same key twice makes one record, also at the same moment", async () => {
  const input = evidenceFor([ofPeriod("2026-W30", "9.1.1.5")], { key: newId() })
  const before = await counts()
  const answers = await Promise.all([submitEvidence(owner, input), submitEvidence(owner, input), submitEvidence(owner, input)])
  expect(new Set(answers.map((answer) => gave(answer).id)).size).toBe(1)
  expect(await counts()).toEqual({ records: before.records + 1, uses: before.uses + 1, events: before.events + 1 })
  expect(await submitEvidence(owner, { ...input, note: "另一份" })).toMatchObject({ refusal: { code: "conflict" } })
})

test("accepting and returning decide once, by somebody else, on the version that was seen", async () => {
  const record = await logEvidence(company.people.owner, ofPeriod("2026-W33", "9.1.1.5"), "2026-08-17")
  const { id, revision } = await useOf(record.id)
  expect(await acceptUse(owner, { id })).toMatchObject({ refusal: { code: "not-allowed" } })
  expect(await acceptUse(reviewer, { id, revision: revision + 1 })).toMatchObject({ refusal: { code: "stale-version" } })
  expect(await eventsAdded(async () => gave(await acceptUse(reviewer, { id, revision })))).toEqual(["evidence.accepted"])
  expect(await useOf(record.id)).toMatchObject({ status: "accepted", decidedBy: reviewer.personId, revision: revision + 1 })
  expect(await returnUse(reviewer, { id, reason: "看错" })).toMatchObject({ refusal: { code: "wrong-state" } })
})

test("a returned record is answered by a new version with a reason; the old one stays and can no longer be decided", async () => {
  const obligation = ofPeriod("2026-W34", "9.1.1.5")
  const record = await logEvidence(company.people.owner, obligation, "2026-08-24")
  const { id } = await useOf(record.id)
  expect(await eventsAdded(async () => gave(await returnUse(reviewer, { id, reason: "缺签字页" })))).toEqual(["evidence.returned"])
  expect(await statusOf(obligation, "2026-08-24")).toBe("returned")
  const { obligationIds: _, ...contents } = evidenceFor([])
  const answer = { ...contents, recordId: record.id, version: 1, reason: "补签字页", keep: [photo.sha256] }
  const later = actingAt(company.people.owner, at("2026-08-25"))
  expect(await resubmitEvidence(later, { ...answer, version: 2 })).toMatchObject({ refusal: { code: "stale-version" } })
  expect(await resubmitEvidence(reviewer, answer)).toMatchObject({ refusal: { code: "not-allowed" } })
  expect(await eventsAdded(async () => gave(await resubmitEvidence(later, answer)))).toEqual(["evidence.resubmitted"])
  expect(await statusOf(obligation, "2026-08-24")).toBe("submitted")
  expect(await useOf(record.id, 1)).toMatchObject({ status: "returned", reason: "缺签字页" })
  const files = await asReader(seed, ({ tx }) => tx.evidenceFile.count({ where: { version: { recordId: record.id, version: 2 } } }))
  expect(files).toBe(2)
  expect(await acceptUse(reviewer, { id })).toMatchObject({ refusal: { code: "wrong-state", message: "evidence.refusals.superseded" } })
})

test("what waits is shown with who logged it, and not to who answers for the point", async () => {
  const obligation = ofPeriod("2026-W38", "9.1.1.5")
  const record = await logEvidence(company.people.owner, obligation, "2026-09-21")
  const seen = async () => (await waitingUses(actingAt(company.people.evidenceReviewer, at("2026-09-21")), company.east, 100)).items.find((one) => one.recordId === record.id)
  expect(await seen()).toMatchObject({ number: record.number, submitter: company.people.owner.name, files: 1, code: "9.1.1.5", period: "2026-W38", dueOn: owed.find(({ id }) => id === obligation)?.dueOn })
  const pointId = owed.find(({ id }) => id === obligation)?.pointId ?? ""
  const performer = gave(await addPerformer(actingAt(company.people.finance, at("2026-09-21")), { unitId: company.east, pointId, personId: reviewer.personId ?? "", from: "2026-09-21" }))
  expect(await seen()).toBeUndefined()
  await asOwner(`update "Performer" set "to" = "from" where id = $1`, [performer.id])
  expect(await seen()).toMatchObject({ recordId: record.id })
})

test("several are accepted at once or none, with one event", async () => {
  const records = [await logEvidence(company.people.owner, ofPeriod("2026-W35", "9.1.1.5"), "2026-08-31"), await logEvidence(company.people.owner, ofPeriod("2026-W36", "9.1.1.5"), "2026-09-07")]
  const ids = await Promise.all(records.map(async ({ id }) => (await useOf(id)).id))
  expect(await acceptUses(reviewer, { ids: [...ids, newId()] })).toMatchObject({ refusal: { code: "not-found" } })
  expect((await useOf(records[0]?.id ?? "")).status).toBe("submitted")
  expect(await eventsAdded(async () => expect(gave(await acceptUses(reviewer, { ids }))).toEqual({ count: 2 }))).toEqual(["evidence.accepted"])
})

test("what did not occur needs a reason, and counts once accepted", async () => {
  const id = ofPeriod("2026-07", "9.1.1.8")
  expect(await submitEvidence(owner, evidenceFor([id], { occurred: "no", note: "", files: [] }))).toMatchObject({ refusal: { errors: [{ path: "note" }] } })
  const record = await logEvidence(company.people.owner, id, day, { occurred: "no", note: "本月没有退款", files: [] })
  expect(await statusOf(id)).toBe("submitted")
  gave(await acceptUse(reviewer, { id: (await useOf(record.id)).id }))
  expect(await statusOf(id)).toBe("did-not-occur")
})

test("a register says how many, from where, and where the originals lie", async () => {
  const id = ofPeriod("2026-07", "9.1.1.6")
  const empty = await submitEvidence(owner, evidenceFor([id], { kind: undefined, files: [] }))
  expect(empty.ok ? [] : empty.refusal.errors?.map(({ path }) => path)).toEqual(["count", "source", "location"])
  const record = await logEvidence(company.people.owner, id, day, { count: 31, source: "结算系统", location: "财务档案室 3 号柜", files: [] })
  const version = await asReader(seed, ({ tx }) => tx.evidenceVersion.findFirst({ where: { recordId: record.id }, select: { kind: true, count: true, location: true } }))
  expect(version).toEqual({ kind: "register", count: 31, location: "财务档案室 3 号柜" })
})

test("a record after its due day is marked late; on the day itself it is not", async () => {
  expect((await useOf((await logEvidence(company.people.owner, monthly("2026-08"), "2026-09-07")).id)).late).toBe(false)
  expect((await useOf((await logEvidence(company.people.owner, ofPeriod("2026-08", "9.1.1.9"), "2026-09-08")).id)).late).toBe(true)
})

test("the status in the list is the status of the rule, for every state there is", async () => {
  const waiting = await logEvidence(company.people.owner, ofPeriod("2026-W37", "9.1.1.5"), "2026-09-14")
  gave(await returnUse(reviewer, { id: (await useOf(waiting.id)).id, reason: "字迹不清" }))
  const seen = new Set<string>()
  for (const on of ["2026-07-01", "2026-08-02", "2026-08-08", "2026-09-30", "2026-11-22"]) {
    for (const item of (await listObligations(actingAt(company.people.finance, at(on)), { unit: company.east, limit: 200 })).items) {
      expect({ id: item.id, status: item.status }).toEqual({ id: item.id, status: obligationStatus({ ...item, uses: await newestUses(item.id) }, on) })
      seen.add(item.status)
    }
  }
  expect(obligationStatuses.filter((status) => !seen.has(status))).toEqual([])
})

/** The newest use of each record, found the slow way. */
async function newestUses(obligationId: string) {
  const uses = await asReader(seed, ({ tx }) => tx.evidenceUse.findMany({
    where: { obligationId }, orderBy: { version: { version: "asc" } }, select: { status: true, version: { select: { occurred: true, recordId: true } } },
  }))
  const newest = new Map(uses.map(({ status, version }) => [version.recordId, { status, occurred: version.occurred }]))
  return [...newest.values()]
}

test("sealing a quarter closes all its evidence; only what was accepted is called sealed; nothing more comes in", async () => {
  const other = await buildCompany()
  const owes = await planQuarter(other, "2026-Q3")
  const [first, second] = owes.filter((one) => one.code === "9.1.1.4").map((one) => one.id)
  const [accepted, waiting] = [await logEvidence(other.people.owner, first ?? "", "2026-10-09"), await logEvidence(other.people.owner, second ?? "", "2026-10-09")]
  gave(await acceptUse(actingAt(other.people.evidenceReviewer, at("2026-10-09")), { id: (await useOf(accepted.id)).id }))
  const lead = actingAt(other.people.finance, at("2026-10-20"))
  const sealed = await asActor(lead, "tests.close", async (work) => {
    await work.tx.assessment.create({
      data: { id: newId(), unitId: other.east, quarter: "2026-Q3", editionId: other.editionId, status: "closed", plannedAt: work.now, closedAt: work.now },
    })
    return sealQuarterWithin(work, { unitId: other.east, quarter: "2026-Q3" })
  })
  expect(gave(sealed)).toEqual({ sealed: 2 })
  expect(await useOf(accepted.id)).toMatchObject({ status: "sealed" })
  expect(await useOf(waiting.id)).toMatchObject({ status: "submitted", sealedAt: at("2026-10-20") })
  expect(await acceptUse(actingAt(other.people.evidenceReviewer, at("2026-10-21")), { id: (await useOf(waiting.id)).id })).toMatchObject({ refusal: { code: "wrong-state" } })
  const { obligationIds: _, ...contents } = evidenceFor([])
  expect(await resubmitEvidence(actingAt(other.people.owner, at("2026-10-21")), { ...contents, recordId: accepted.id, reason: "x", keep: [] })).toMatchObject({ refusal: { code: "wrong-state" } })
  const third = owes.find((one) => one.code === "9.1.1.3")?.id ?? ""
  expect(await submitEvidence(actingAt(other.people.owner, at("2026-10-21")), evidenceFor([third]))).toMatchObject({ refusal: { code: "wrong-state", message: "common.refusals.sealed" } })
  const point = owes.find((one) => one.id === first)?.pointId ?? ""
  const items = await asReader(lead, ({ tx }) => usesOfPointIn(tx, { unitId: other.east, pointId: point, quarter: "2026-Q3" }))
  expect(items).toMatchObject([{ recordId: accepted.id, period: "2026-07", servedOn: "2026-07-31", occurred: true }])
  // Sealing alters no answer.
  const answers = await asReader(lead, ({ tx }) => tx.obligation.findMany({ where: { unitId: other.east, answer: { not: null } }, orderBy: { periodEnd: "asc" }, select: { answer: true } }))
  expect(answers.map(({ answer }) => answer)).toEqual(["accepted", "submitted"])
})

test("the page asks in one statement what the list tells, and names the person whom its address names", async () => {
  const finance = actingAt(company.people.finance, at(day))
  const filter = { unit: company.east, period: "2026-Q3", limit: 5 }
  const list = await listObligations(finance, filter)
  expect(list.total).toBeGreaterThan(list.items.length)
  expect(await obligationsPage(finance, () => filter)).toMatchObject({ list, choices: { owner: null, quarter: "2026-Q3" } })
  const second = { ...filter, cursor: list.next ?? "" }
  expect((await obligationsPage(finance, () => second)).list).toEqual(await listObligations(finance, second))
  expect((await obligationsPage(finance, () => ({ ...filter, owner: owner.personId ?? "" }))).choices.owner).toMatchObject({ id: owner.personId })
  for (const other of [company.people.northFinance, company.people.externalAudit]) expect((await obligationsPage(other, () => ({ ...filter, unit: undefined, owner: owner.personId ?? "" }))).choices.owner).toBeNull()
  expect((await obligationsPage(finance, () => ({ ...filter, period: "2031" }))).list).toEqual({ items: [], total: 0, next: null })
})

test("obligations are found by a part of their owner's or performer's name in either language", async () => {
  const finance = actingAt(company.people.finance, at(day))
  const found = async (name: string) => (await listObligations(finance, { unit: company.east, period: "2026-Q3", name, limit: 200 })).items
  const name = owed.find((one) => one.owner?.id === owner.personId)?.owner?.name ?? { zh: "", en: null }
  const theirs = (await listObligations(finance, { unit: company.east, period: "2026-Q3", owner: owner.personId ?? "", limit: 200 })).items
  expect(theirs).not.toEqual([])
  for (const words of [name.zh, name.zh.slice(1), `${name.en}`.toUpperCase()]) expect((await found(words)).map(({ id }) => id)).toEqual(expect.arrayContaining(theirs.map(({ id }) => id)))
  expect((await found(`${name.en}`)).every(({ owner: found, pointId }) => found?.id === owner.personId || theirs.some((one) => one.pointId === pointId))).toBe(true)
  expect(await found("%")).toEqual([])
})
