import { encode } from "next-auth/jwt"
import { enterAs } from "@/lib/access/commands/sign-in"
import { askTester, lendTester } from "@/lib/borrowings/commands/borrow"
import { type Actor, actingAt, type Role, seed } from "@/lib/platform/actor"
import { addDays, today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { secret } from "@/lib/platform/session"
import { addMember } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { nameDeputy } from "@/lib/units/commands/deputies"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { addDepartment } from "@/lib/units/commands/units"
import { longestAbsence } from "@/lib/units/rules"
import { tokenOf } from "../builders/api"
import type { Company } from "../builders/company"
import { at } from "../builders/evidence"
import { livedCompany, type Lived } from "../builders/lived"
import { done } from "../builders/outcome"
import { givePasswords } from "../builders/quarter"
import { newPlace } from "../builders/session"
import { type Column, columns } from "./columns"

/** One who calls: `like` is the column of the same role at EAST, for those of NORTH. */
export type Caller = { column: Column; like: Column | null; actor: Actor | null; session: Session | null }
export type Session = { id: string; cookie: string; token: string }
export type Stage = Lived & { callers: Caller[]; roleless: Actor; leader: Actor; auditor: Actor }

/** The company that has lived, with everybody who may call. */
export async function buildStage(): Promise<Stage> {
  const company = await livedCompany()
  const { people, hq, east, north } = company
  await giveNames(company)
  const enter = async (unitId: string, role: Role | null, ...there: Role[]): Promise<Actor> => {
    const { id } = await done(addPerson(seed, { unitId, email: `${newId()}@keypoint.example`, nameZh: "某人", nameEn: role ?? "Newcomer", language: "zh-CN" }))
    // Held since the first day on which something happens here.
    if (role) await done(grantRole(actingAt(seed, at("2026-04-01")), { unitId, personId: id, role }))
    for (const other of there) await done(grantRole(seed, { unitId: north, personId: id, role: other }))
    return (await actorOfPerson(id)) ?? missing(id)
  }
  const auditor = people.externalAudit
  const roleless = await enter(east, null)
  await done(addMember(people.office, { id: company.ids.engagements ?? "", personId: auditor.personId ?? "" }))
  await done(releaseQuarter(people.office, { id: company.ids.engagements ?? "", unitId: east, quarter: "2026-Q1", secrecyNote: "已审查，不含秘密。", withhold: [], reason: "" }))
  const [deputy, borrowed] = [await enter(east, "control-owner"), await enter(north, "tester")]
  const [leads, keeps] = [await enter(east, "performer", "finance-lead", "plant-manager", "department-head", "evidence-reviewer", "tester"), await enter(east, "performer", "administrator")]
  for (const absent of [people.owner, people.head]) await standIn(company, absent, deputy)
  await lend(company, borrowed)
  const here: [Column, Actor][] = [
    ["owner", people.owner], ["performer", people.performer], ["reviewer", people.evidenceReviewer], ["head", people.head], ["finance", people.finance],
    ["tester", people.tester], ["manager", people.manager], ["deputy", deputy], ["office", people.office], ["chief", people.chiefAccountant], ["leader", people.leadership],
    ["audit", people.internalAudit], ["admin", people.admin], ["auditor", auditor], ["auditor-0", await enter(hq, "external-auditor")], ["borrowed", borrowed], ["also-lead", leads], ["also-admin", keeps], ["no-role", roleless],
  ]
  const there: [Column, Actor][] = [
    ["owner", people.northOwner], ["performer", await enter(north, "performer")], ["reviewer", await enter(north, "evidence-reviewer")],
    ["head", await enter(north, "department-head")], ["finance", people.northFinance], ["tester", people.northTester], ["manager", people.northManager],
    ["admin", await enter(north, "administrator")],
  ]
  const callers: Caller[] = []
  for (const [column, actor] of here) callers.push({ column, like: null, actor, session: await sessionOf(actor) })
  for (const [like, actor] of there) callers.push({ column: "north", like, actor, session: await sessionOf(actor) })
  await givePasswords(people.tester2, ...callers.flatMap(({ actor }) => (actor ? [actor] : [])))
  return { ...company, auditor, roleless, leader: people.leadership, callers: [...callers, { column: "nobody", like: null, actor: null, session: null }] }
}

/** One acts for another on every day on which something happens here: in terms as long as an absence may last. */
async function standIn({ people, east }: Company, absent: Actor, deputy: Actor): Promise<void> {
  for (let from = "2026-04-01"; from <= today(new Date()); from = addDays(from, longestAbsence + 1)) {
    const input = { unitId: east, personId: absent.personId ?? "", deputyId: deputy.personId ?? "", from, lastDay: addDays(from, longestAbsence), reason: "年休假期间。" }
    await done(nameDeputy(actingAt(people.finance, at(from)), input))
  }
}

/** The paper of the open quarter, and nothing else of EAST. */
async function lend({ people, ids }: Lived, borrowed: Actor): Promise<void> {
  const { id } = await done(askTester(people.finance, { testIds: [ids.tests ?? ""], lastDay: addDays(today(new Date()), 30), reason: "本厂没有独立的测评人。", personId: undefined }))
  await done(lendTester(people.office, { id, personId: borrowed.personId ?? "" }))
}

/** What nobody else is called, so that it can be found in an answer. */
export const named = { head: "钟离东岳", department: "化水九部" }

async function giveNames({ people: { head }, east }: Lived): Promise<void> {
  await done(addDepartment(seed, { unitId: east, code: "water-nine", nameZh: named.department, nameEn: named.department }))
  await done(asActor(seed, "tests.name", ({ tx }) => tx.person.update({ where: { id: head.personId ?? "" }, data: { nameZh: named.head, nameEn: named.head }, select: { id: true } })))
}

/** A session of somebody who has signed in, what their browser keeps of it, and a token of theirs for the API. */
export async function sessionOf(actor: Actor): Promise<Session> {
  const entered = await done(enterAs(actor, newPlace(), false))
  if (!("sessionId" in entered)) throw new Error("a second factor is wanted")
  const cookie = await encode({ token: { sid: entered.sessionId, sub: actor.personId ?? "", email: actor.email }, secret: secret(), maxAge: 3600 })
  return { id: entered.sessionId, cookie, token: await tokenOf(actor) }
}

/**
 * The cells of a row from what each caller got. All of NORTH are one cell: the word that they all get, or `alike` where each gets
 * what the same role gets at EAST.
 */
export function cellsOf(got: Map<Caller, string>): string[] {
  const at = (column: Column) => [...got].filter(([caller]) => caller.column === column)
  return columns.map((column) => {
    const words = new Set(at(column).map(([, word]) => word))
    if (words.size === 1) return [...words][0] ?? "-"
    const unlike = at(column).filter(([{ like }, word]) => like === null || plain(at(like)[0]?.[1]) !== plain(word))
    return unlike.length === 0 ? "alike" : at(column).map(([{ like }, word]) => `${like}=${word}`).join(",")
  })
}

// A page of one's own unit holds nothing of EAST's, and is the same page.
const plain = (word: string | undefined) => (word === "opens" || word === "nothing" ? "sees" : word)

function missing(what: string): never {
  throw new Error(`no ${what}`)
}
