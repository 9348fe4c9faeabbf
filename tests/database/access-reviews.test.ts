import { beforeAll, describe, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { createToken, revokeTokenOf } from "@/lib/access/commands/tokens"
import { confirmReview } from "@/lib/access-reviews/commands/confirm"
import { openReviews } from "@/lib/access-reviews/commands/open"
import { cancelReview, decideLines, returnReview, submitReview } from "@/lib/access-reviews/commands/run"
import { listReviews, missingReviews, reviewPage } from "@/lib/access-reviews/queries/reviews"
import { type DecideLines, reviewFilterSchema } from "@/lib/access-reviews/schema"
import { reviewWorkbook } from "@/lib/access-reviews/workbook"
import { type Actor, seed } from "@/lib/platform/actor"
import { addDays, today } from "@/lib/platform/days"
import { asActor, asReader } from "@/lib/platform/door"
import { actorOfPerson, actorOfSession, actorOfToken } from "@/lib/platform/identity"
import { quarterBefore, quarterOf } from "@/lib/platform/periods"
import { digestOf } from "@/lib/platform/secrets"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { openEngagement } from "@/lib/releases/commands/engagement"
import { nameDeputy } from "@/lib/units/commands/deputies"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { call, tokenOf } from "../builders/api"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { newPlace, signedIn } from "../builders/session"

let company: Company
let second: Actor
const password = "tide lantern copper nine"
const day = today(new Date())
const quarter = quarterBefore(quarterOf(day))
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""
const admin = () => company.people.admin
const pageOf = async (id: string, actor = admin()) => (await reviewPage(actor, id)) ?? none()
const versionOf = async (id: string) => (await pageOf(id)).review.version
const none = (): never => {
  throw new Error("no such review")
}

beforeAll(async () => {
  company = await buildCompany()
  const { id } = await done(addPerson(admin(), { unitId: company.hq, email: `second-${company.hq}@keypoint.example`, nameZh: "复核人", nameEn: "Second", language: "zh-CN" }))
  await done(grantRole(admin(), { unitId: company.hq, personId: id, role: "administrator" }))
  second = (await actorOfPerson(id)) ?? none()
})

async function opened(unitId = company.east): Promise<string> {
  const old = (await listReviews(admin(), reviewFilterSchema.parse({ unit: unitId, quarter }))).items.find(({ status }) => status === "open")
  if (old) await done(cancelReview(admin(), { id: old.id, reason: "另行审阅" }))
  const { items } = await done(openReviews(admin(), { unitIds: [unitId], quarter }))
  return items[0]?.id ?? none()
}

/** Everything kept but what a line is told. */
async function decided(id: string, besides: Record<string, { decision: "withdraw" | "shorten"; until?: string }> = {}): Promise<void> {
  const { lines } = await pageOf(id)
  const kept = lines.filter((line) => line.personId !== admin().personId && !besides[line.subjectId])
  if (kept.length > 0) await done(decideLines(admin(), { id, lineIds: kept.map((line) => line.id), decision: "keep", reason: "岗位所需，已核对" }))
  for (const line of lines.filter(({ subjectId }) => besides[subjectId])) await done(decideLines(admin(), { id, lineIds: [line.id], reason: "现已不再需要", ...(besides[line.subjectId] ?? { decision: "withdraw" }) }))
}

describe("opening", () => {
  test("freezes every access in force with its warnings, and one event", async () => {
    const token = await done(createToken(company.people.owner, { name: "reporting", days: 30, scopes: ["read"] }))
    const deputy = await done(nameDeputy(company.people.finance, { unitId: company.east, personId: idOf("owner"), deputyId: idOf("head"), from: undefined, lastDay: addDays(day, 5), reason: "年休假期间。" }))
    expect(await eventsOf(company.east, async () => opened())).toEqual(["access-reviews.opened"])
    const { items } = await listReviews(admin(), reviewFilterSchema.parse({ unit: company.east }))
    const { lines } = await pageOf(items[0]?.id ?? "")
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(["grant", "token", "deputy"]))
    expect(lines.find(({ subjectId }) => subjectId === token.id)).toMatchObject({ personId: idOf("owner"), what: "reporting", warnings: [] })
    expect(lines.find(({ subjectId }) => subjectId === deputy.id)).toMatchObject({ personId: idOf("head"), to: addDays(day, 6) })
    expect(lines.filter(({ kind }) => kind === "grant")).toHaveLength(8)
    await done(grantRole(admin(), { unitId: company.east, personId: idOf("performer"), role: "control-owner" }))
    expect((await pageOf(items[0]?.id ?? "")).lines).toHaveLength(lines.length)
  })

  test("is the administrator's, of a present quarter, once for each unit", async () => {
    for (const actor of [company.people.finance, company.people.manager]) expect(await codeOf(openReviews(actor, { unitIds: [company.east], quarter: quarterOf(day) }))).toBe("not-allowed")
    expect(await codeOf(openReviews(company.people.northFinance, { unitIds: [company.east], quarter }))).toBe("not-found")
    expect(await codeOf(openReviews(admin(), { unitIds: [company.east], quarter: "2020-Q1" }))).toBe("invalid")
    expect(await codeOf(openReviews(admin(), { unitIds: [company.north, company.east], quarter }))).toBe("conflict")
    expect((await listReviews(admin(), reviewFilterSchema.parse({ unit: company.north }))).items).toEqual([])
    const twice = await Promise.all([0, 1].map(() => codeOf(openReviews(admin(), { unitIds: [company.north], quarter: quarterOf(day) }))))
    expect(twice.toSorted()).toEqual(["conflict", "done"])
  })

  test("of another unit's review nothing is seen", async () => {
    const id = await opened()
    expect(await reviewPage(company.people.northFinance, id)).toBeNull()
    expect((await listReviews(company.people.northFinance, reviewFilterSchema.parse({}))).items.filter(({ unitId }) => unitId !== company.north)).toEqual([])
    expect(await asReader(company.people.northFinance, ({ tx }) => tx.accessReviewLine.count({ where: { unitId: company.east } }))).toBe(0)
    expect(await asReader(company.people.externalAudit, ({ tx }) => tx.accessReviewLine.count())).toBe(0)
    expect(await codeOf(submitReview(company.people.northFinance, { id }))).toBe("not-found")
  })
})

describe("running", () => {
  test("asks for a reason, refuses a stale version, and waits for every line", async () => {
    const id = await opened()
    const { lines, review } = await pageOf(id)
    const first = lines.find(({ kind }) => kind === "grant")?.id ?? ""
    expect(await codeOf(decideLines(admin(), { id, lineIds: [first], decision: "withdraw" }))).toBe("invalid")
    expect(await codeOf(decideLines(admin(), { id, lineIds: [first], decision: "keep", version: review.version + 1 }))).toBe("stale-version")
    expect(await codeOf(decideLines(admin(), { id, lineIds: [first, company.east], decision: "keep" }))).toBe("not-found")
    expect(await codeOf(decideLines(company.people.finance, { id, lineIds: [first], decision: "keep" }))).toBe("not-allowed")
    expect(await codeOf(submitReview(admin(), { id }))).toBe("wrong-state")
    await decided(id)
    const both = await Promise.all([0, 1].map(async () => codeOf(submitReview(admin(), { id, version: await versionOf(id) }))))
    expect(both.filter((code) => code === "done")).toHaveLength(1)
    expect((await pageOf(id)).review.status).toBe("submitted")
    await done(returnReview(second, { id, reason: "请再核对测评人" }))
    expect((await pageOf(id)).review).toMatchObject({ status: "open", returnReason: "请再核对测评人" })
  })

  test("decides all that are looked for and undecided at once, but never the asker's own, with one event", async () => {
    const id = await opened(company.hq)
    const before = (await pageOf(id)).lines
    const group = before.filter(({ kind, what }) => kind === "grant" && what === "administrator")
    expect(group.map(({ personId }) => personId)).toContain(idOf("admin"))
    const all = { id, all: "yes", lineIds: [], decision: "keep", reason: "岗位所需，已核对" } satisfies DecideLines
    expect(await eventsOf(company.hq, () => done(decideLines(admin(), { ...all, of: "grant:administrator" })))).toEqual(["access-reviews.decided"])
    const decidedNow = (await pageOf(id)).lines.filter(({ decision }) => decision === "keep")
    expect(decidedNow.map((line) => line.id)).toEqual(group.filter(({ personId }) => personId !== idOf("admin")).map((line) => line.id))

    const { names } = await pageOf(id)
    const found = before.filter(({ personId }) => personId === second.personId)
    expect(names.get(second.personId ?? "")?.zh).toBe("复核人")
    // Their role of administrator is kept already, and stays so; what is named is decided anew.
    const [kept] = found.filter(({ id: line }) => decidedNow.some((one) => one.id === line))
    const [named] = before.filter(({ kind, what, personId }) => kind === "grant" && what === "leadership" && personId !== idOf("admin"))
    await done(decideLines(admin(), { ...all, all: undefined, lineIds: [named?.id ?? ""], decision: "withdraw" }))
    expect(await eventsOf(company.hq, async () => expect(await codeOf(decideLines(admin(), { ...all, of: "grant:leadership" }))).toBe("wrong-state"))).toEqual([])
    expect(await codeOf(decideLines(admin(), { ...all, q: "复核人", decision: "withdraw" }))).toBe("wrong-state")
    await done(decideLines(admin(), { ...all, all: undefined, lineIds: [kept?.id ?? ""], decision: "withdraw" }))
    expect(await codeOf(decideLines(admin(), { ...all, q: "查无此人" }))).toBe("not-found")
    expect(await codeOf(decideLines(admin(), { ...all, q: names.get(idOf("admin"))?.zh }))).toBe("separation-of-duties")
    const rest = await done(decideLines(admin(), { ...all, show: "undecided" }))
    const { lines } = await pageOf(id)
    expect(lines.filter(({ decision }) => decision === null).every(({ personId }) => personId === idOf("admin"))).toBe(true)
    expect(rest.count).toBe(before.filter(({ personId }) => personId !== idOf("admin")).length - decidedNow.length - 1)
    expect(lines.find((line) => line.id === named?.id)?.decision).toBe("withdraw")
    expect(lines.filter(({ personId }) => personId === second.personId).every(({ decision }) => decision === "withdraw")).toBe(true)
  })
})

describe("confirming", () => {
  test("carries out what was decided: roles withdrawn, sessions ended, tokens revoked; then nothing changes any more", async () => {
    await done(givePassword(seed, idOf("tester2"), password))
    const session = await signedIn({ email: company.people.tester2.email, password }, newPlace())
    const grant = await asReader(seed, ({ tx }) => tx.roleGrant.findFirstOrThrow({ where: { personId: idOf("tester2") }, select: { id: true } }))
    const short = await done(grantRole(admin(), { unitId: company.east, personId: idOf("evidenceReviewer"), role: "performer" }))
    const token = await done(createToken(company.people.manager, { name: "board pack", days: 30, scopes: ["read"] }))
    const gone = await done(createToken(company.people.manager, { name: "gone", days: 30, scopes: ["read"] }))
    const id = await opened()
    await decided(id, { [grant.id]: { decision: "withdraw" }, [token.id]: { decision: "withdraw" }, [gone.id]: { decision: "withdraw" }, [short.id]: { decision: "shorten", until: addDays(day, 3) } })
    await done(submitReview(admin(), { id }))
    await done(revokeTokenOf(admin(), { id: gone.id, personId: idOf("manager") }))
    expect(await codeOf(confirmReview(admin(), { id }))).toBe("separation-of-duties")
    expect(await codeOf(confirmReview(company.people.finance, { id }))).toBe("not-allowed")
    expect(await codeOf(confirmReview(second, { id, version: 1 }))).toBe("stale-version")
    expect(await actorOfSession(session.sessionId)).not.toBeNull()
    const version = await versionOf(id)
    const events = await eventsOf(company.east, async () => {
      const both = await Promise.all([second, company.people.internalAudit].map((actor) => codeOf(confirmReview(actor, { id, version }))))
      expect(both.toSorted()).toEqual(["done", "stale-version"])
    })
    expect(events.toSorted()).toEqual(["access-reviews.confirmed", "access.token-ended", "units.role-shortened", "units.role-withdrawn"])
    expect(events.at(-1)).toBe("access-reviews.confirmed")
    expect(await actorOfSession(session.sessionId)).toBeNull()
    expect(await actorOfToken(digestOf(token.token))).toBeNull()
    const after = new Map((await pageOf(id)).lines.map((line) => [line.subjectId, line.outcome]))
    expect([after.get(grant.id), after.get(token.id), after.get(gone.id), after.get(short.id)]).toEqual(["withdrawn", "withdrawn", "ended-before", "shortened"])
    expect(await asReader(seed, ({ tx }) => tx.roleGrant.findUniqueOrThrow({ where: { id: short.id }, select: { to: true } }))).toEqual({ to: new Date(addDays(day, 3)) })
    for (const attempt of [submitReview(admin(), { id }), cancelReview(admin(), { id, reason: "改变主意" }), returnReview(second, { id, reason: "改变主意" })]) expect(await codeOf(attempt)).toBe("wrong-state")
    for (const sql of [`update "AccessReview" set quarter = '2020-Q1' where id = $1`, `update "AccessReviewLine" set reason = 'x' where "reviewId" = $1`]) await expect(asOwner(sql, [id])).rejects.toThrow(/sealed|immutable/)
    await expect(asOwner(`delete from "AccessReviewLine" where "reviewId" = $1`, [id])).rejects.toThrow("immutable")
    expect((await missingReviews(admin())).items.map(({ unitId }) => unitId)).not.toContain(company.east)
  })

  test("the runner's own lines are decided by the second person; the database keeps the two apart by itself", async () => {
    await done(openEngagement(company.people.office, { unitId: company.hq, nameZh: "年度审计", nameEn: "Annual audit", from: "2026-01-01", to: "2099-12-31" }))
    const id = await opened(company.hq)
    await decided(id)
    const own = (await pageOf(id)).lines.filter(({ personId }) => personId === admin().personId)
    expect(own.length).toBeGreaterThan(0)
    expect(await codeOf(decideLines(admin(), { id, lineIds: own.map((line) => line.id), decision: "keep", reason: "岗位所需" }))).toBe("separation-of-duties")
    await done(submitReview(admin(), { id }))
    expect(await codeOf(confirmReview(second, { id }))).toBe("wrong-state")
    const raw = (actor: Actor, data: object) => codeOf(asActor(actor, "tests.attack", ({ tx }) => tx.accessReview.update({ where: { id }, data })))
    expect(await raw(admin(), { status: "confirmed", endedBy: admin().personId })).not.toBe("done")
    const lineOf = { decision: "keep", reason: "直接写库", decidedBy: admin().personId, decidedAt: new Date() }
    expect(await codeOf(asActor(admin(), "tests.attack", ({ tx }) => tx.accessReviewLine.update({ where: { id: own[0]?.id ?? "" }, data: lineOf })))).toBe("separation-of-duties")
    await done(decideLines(second, { id, lineIds: own.map((line) => line.id), decision: "keep", reason: "由第二人核对" }))
    await asActor(seed, "tests.outcomes", ({ tx }) => tx.accessReviewLine.updateMany({ where: { reviewId: id }, data: { outcome: "kept" } }))
    expect(await raw(admin(), { status: "confirmed", endedBy: admin().personId })).toBe("separation-of-duties")
    await expect(asOwner(`insert into "AccessReviewLine" (id, "unitId", "reviewId", kind, "subjectId", what, "whatEn", "from") select gen_random_uuid(), "unitId", id, 'grant', id, 'x', 'x', now() from "AccessReview" where id = $1`, [id])).rejects.toThrow("immutable")
  })
})

test("what is overdue is listed until it is confirmed; the workbook holds a row for each access", async () => {
  await asOwner(`update "Unit" set "createdAt" = now() - interval '2 years' where id = any ($1)`, [[company.north, company.hq]])
  expect((await missingReviews(admin())).items.find(({ unitId }) => unitId === company.north)).toMatchObject({ status: null })
  const id = await opened(company.north)
  expect((await missingReviews(company.people.northManager)).items).toMatchObject([{ unitId: company.north, reviewId: id, status: "open" }])
  const file = await reviewWorkbook(company.people.northManager, id, "en")
  const reading = await readWorkbook(file?.content ?? new Uint8Array())
  if (!reading.ok) throw new Error(reading.problem.code)
  expect(reading.sheets.map(({ name }) => name)).toEqual(["Review", "Accesses"])
  expect(reading.sheets[1]?.rows).toHaveLength((await pageOf(id)).lines.length + 1)
  expect(await reviewWorkbook(company.people.finance, id, "en")).toBeNull()
})

test("a token is good for what it says and no more", async () => {
  const [reads, logs] = [await tokenOf(company.people.finance, ["read"]), await tokenOf(company.people.finance, ["evidence"])]
  expect((await call(reads, "GET", "/me")).status).toBe(200)
  expect(await call(reads, "POST", "/handovers", { body: {} })).toMatchObject({ status: 403, body: { code: "not-allowed" } })
  expect((await call(logs, "GET", "/me")).status).toBe(403)
  expect((await call(logs, "POST", "/handovers", { body: {} })).status).toBe(403)
  expect((await call(logs, "POST", `/evidence/${company.east}/nothing`, { body: {} })).status).toBe(404)
  expect((await call(await tokenOf(company.people.finance), "POST", "/handovers", { body: {} })).status).toBe(422)
})

test("a role that has run out ends the sessions that knew it, without any job; one that was cut short to today too", async () => {
  await done(givePassword(seed, idOf("northTester"), password))
  const sign = () => signedIn({ email: company.people.northTester.email, password }, newPlace())
  const { sessionId } = await sign()
  await asOwner(`update "Session" set "createdAt" = now() - interval '3 days' where id = $1`, [sessionId])
  const { id } = await done(grantRole(seed, { unitId: company.north, personId: idOf("northTester"), role: "performer", from: addDays(day, -10), to: addDays(day, 1) }))
  expect(await actorOfSession(sessionId)).toMatchObject({ grants: [{ role: "performer" }, { role: "tester" }] })
  await asOwner(`alter table "RoleGrant" disable trigger kp_withdrawn`)
  await asOwner(`update "RoleGrant" set "to" = (now() at time zone 'Asia/Shanghai')::date where id = $1`, [id])
  await asOwner(`alter table "RoleGrant" enable trigger kp_withdrawn`)
  expect(await actorOfSession(sessionId)).toBeNull()
  const anew = await sign()
  expect(await actorOfSession(anew.sessionId)).toMatchObject({ grants: [{ role: "tester" }] })
  await asOwner(`update "RoleGrant" set "to" = (now() at time zone 'Asia/Shanghai')::date where "personId" = $1 and role = 'tester'`, [idOf("northTester")])
  expect(await actorOfSession(anew.sessionId)).toBeNull()
})

test("the administrator revokes another's token at once; a plant's lead does not", async () => {
  const { id, token } = await done(createToken(company.people.head, { name: "left behind", days: 30, scopes: ["read"] }))
  expect(await codeOf(revokeTokenOf(company.people.finance, { id, personId: idOf("head") }))).toBe("not-allowed")
  expect(await codeOf(revokeTokenOf(company.people.northFinance, { id, personId: idOf("head") }))).toBe("not-found")
  expect(await codeOf(revokeTokenOf(admin(), { id, personId: idOf("owner") }))).toBe("not-found")
  expect(await eventsOf(company.east, () => done(revokeTokenOf(admin(), { id, personId: idOf("head") })))).toEqual(["access.token-ended"])
  expect(await codeOf(revokeTokenOf(admin(), { id, personId: idOf("head") }))).toBe("wrong-state")
  expect(await actorOfToken(digestOf(token))).toBeNull()
})
