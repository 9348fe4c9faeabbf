import { beforeAll, expect, test } from "vitest"
import { confirmList } from "@/lib/distributions/commands/confirm"
import { distribute } from "@/lib/distributions/commands/give"
import { remind, remindByItself } from "@/lib/distributions/commands/remind"
import { myLists } from "@/lib/distributions/queries/mine"
import { progressOf, progressOfUnits } from "@/lib/distributions/queries/progress"
import { homeOf } from "@/lib/evidence/queries/home"
import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { importFile } from "@/lib/handbook/workbook/import"
import { type Actor, actingAt } from "@/lib/platform/actor"
import type { Result } from "@/lib/platform/refusal"
import { assignOwner } from "@/lib/units/commands/owners"
import { buildCompany, type Company } from "../builders/company"
import { aChapter, aFile, aHandbook, aPoint } from "../builders/handbook"
import { asOwner } from "../builders/owner"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
const at = (name: "owner" | "finance" | "head" | "northFinance" | "office" | "office2" | "tester", day = "2026-11-22") => actingAt(company.people[name], new Date(`${day}T02:00:00Z`))

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

const events = async () => (await asOwner<{ type: string }>(`select canonical::jsonb->>'type' as type from "AuditEvent" order by "recordedAt", sequence`)).map(({ type }) => type)
const mails = async () => (await asOwner<{ to: string }>(`select payload->>'to' as to from "OutboxMessage" order by "createdAt"`)).map(({ to }) => to)

async function publish(points: ReturnType<typeof aPoint>[], effectiveFrom: string, day: string) {
  const staged = value(await importFile(at("office", day), await aFile(aHandbook({ chapters: [aChapter(points)] })), { draft: "new" }))
  const { editionId } = value(await confirmImport(at("office", day), { id: staged.id }))
  value(await submitEdition(at("office", day), { id: editionId }))
  value(await publishEdition(at("office2", day), { id: editionId, effectiveFrom }))
  return editionId
}

beforeAll(async () => {
  company = await buildCompany()
  await publish([aPoint("8.1.1.1"), aPoint("8.1.1.2")], "2026-10-01", "2026-10-08")
})

const listOf = async (actor: Actor) => (await myLists(actor))[0] ?? { id: "", owned: [], known: [], dueOn: "", points: [], state: "waiting" }

test("publishing gives the department's people the points of their department, to confirm within fourteen days", async () => {
  expect((await events()).filter((type) => type === "distributions.given")).toHaveLength(1)
  expect(await listOf(at("head"))).toMatchObject({ owned: [], dueOn: "2026-10-22", state: "overdue", points: [{ code: "8.1.1.1", own: false, since: "added" }, { code: "8.1.1.2" }] })
  expect(await myLists(at("northFinance"))).toEqual([])
  expect((await progressOfUnits(at("office")))?.units).toMatchObject([{ unitId: company.east, confirmed: 0 }])
})

test("a person who comes to own a point is given it as their own, once", async () => {
  const [point] = await asOwner<{ id: string }>(`select "pointId" as id from "PointVersion" where code = '8.1.1.1'`)
  value(await assignOwner(at("finance"), { unitId: company.east, pointId: point?.id ?? "", personId: company.people.owner.personId ?? "", from: "2026-11-22" }))
  expect(value(await distribute(at("finance"), { unitId: company.east })).given).toBe(1)
  expect((await events()).at(-1)).toBe("distributions.given")
  const [newest] = await myLists(at("owner"))
  expect(newest).toMatchObject({ owned: [point?.id], known: [], dueOn: "2026-12-06", state: "waiting" })
  const again = await distribute(at("finance"), { unitId: company.east })
  expect(again.ok ? null : again.refusal.message).toBe("distributions.refusals.nothingNew")
})

test("a list is confirmed by its person alone, and once; the database says so too", async () => {
  const list = await listOf(at("head"))
  const before = await events()
  const foreign = await confirmList(at("finance"), { id: list.id, known: "on" })
  expect(foreign.ok ? null : foreign.refusal.code).toBe("not-allowed")
  const north = await confirmList(at("northFinance"), { id: list.id, known: "on" })
  expect(north.ok ? null : north.refusal.code).toBe("not-found")
  expect(await events()).toEqual(before)
  const waiting = (await homeOf(at("head"), { unitId: undefined, shown: 1 })).lists.lists
  value(await confirmList(at("head"), { id: list.id, known: "on" }))
  expect(await events()).toEqual([...before, "distributions.confirmed"])
  expect((await homeOf(at("head"), { unitId: undefined, shown: 1 })).lists.lists).toBe(waiting - 1)
  const twice = await confirmList(at("head"), { id: list.id, known: "on" })
  expect(twice.ok ? null : twice.refusal.code).toBe("wrong-state")
  await expect(asOwner(`update "Distribution" set "confirmedAt" = null where id = '${list.id}'`)).rejects.toMatchObject({ code: "KP001" })
  await expect(asOwner(`update "Distribution" set "confirmedAt" = now() where "confirmedAt" is null`)).rejects.toMatchObject({ code: "KP002" })
  await expect(asOwner(`update "Distribution" set owned = '{}' where "confirmedAt" is null`)).rejects.toMatchObject({ code: "KP001" })
  const page = await progressOf(at("finance"), company.east)
  expect(page?.lists.find(({ id }) => id === list.id)).toMatchObject({ state: "confirmed", late: true })
  expect(page?.departments[0]?.confirmed).toBe(1)
})

test("who has not confirmed is reminded, at most once a day; who has, is not", async () => {
  const foreign = await remind(at("tester"), { unitId: company.east })
  expect(foreign.ok ? null : foreign.refusal.code).toBe("not-allowed")
  expect(value(await remind(at("finance"), { unitId: company.east })).reminded).toBeGreaterThan(1)
  const written = await mails()
  expect(written).toContain(company.people.owner.email)
  expect(written).not.toContain(company.people.head.email)
  const again = await remind(at("finance"), { unitId: company.east })
  expect(again.ok ? null : again.refusal.message).toBe("distributions.refusals.nobody")
  expect(await mails()).toEqual(written)
})

test("the product reminds by itself once the last day has passed, and not again the day after", async () => {
  const written = (await mails()).length
  const close = (day: string | null) => asOwner(`update "Unit" set "to" = $2 where id = $1`, [company.east, day])
  await close("2026-12-08")
  expect(await remindByItself(new Date("2026-12-08T02:00:00Z")), "a closed unit").toBe(0)
  await close(null)
  expect(await remindByItself(new Date("2026-12-08T02:00:00Z"))).toBe(1)
  expect(await mails()).toHaveLength(written + 1)
  expect(await remindByItself(new Date("2026-12-09T02:00:00Z"))).toBe(0)
})

test("the next edition says what changed, what is new and what is as it was, in this order", async () => {
  await publish([aPoint("8.1.1.1"), aPoint("8.1.1.2", { frequency: "weekly" }), aPoint("8.1.1.3")], "2027-01-01", "2026-12-10")
  const [list] = await myLists(at("head", "2026-12-10"))
  expect(list?.points.map(({ code, since }) => [code, since])).toEqual([["8.1.1.2", "changed"], ["8.1.1.3", "added"], ["8.1.1.1", "same"]])
})

test("a list that nobody confirmed lapses when a newer edition is published", async () => {
  const lapsed = (await myLists(at("owner", "2026-12-11"))).find(({ state }) => state === "lapsed")
  const late = await confirmList(at("owner", "2026-12-11"), { id: lapsed?.id ?? "", known: "on" })
  expect(late.ok ? null : late.refusal.message).toBe("distributions.refusals.lapsed")
})

test("what waits is the first of a person's lists; what is over follows, the latest first", async () => {
  const before = await myLists(at("owner", "2026-12-11"))
  expect(before[0]?.state).toBe("waiting")
  value(await confirmList(at("owner", "2026-12-11"), { id: before[0]?.id ?? "", known: "on" }))
  const after = await myLists(at("owner", "2026-12-11"))
  expect(after.map(({ state }) => state)).toContain("lapsed")
  expect(after.map(({ givenAt }) => givenAt.getTime())).toEqual(after.map(({ givenAt }) => givenAt.getTime()).toSorted((one, other) => other - one))
  expect(after[0]?.state).toBe("confirmed")
})
