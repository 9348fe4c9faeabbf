import { z } from "zod"
import { givePasswords } from "@/lib/access/commands/passwords"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { addPerson, holdPosition } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { addDepartment, addPosition, foundUnit, setHead } from "@/lib/units/commands/units"
import list from "../handbook/positions.json"
import { type Cast, extraPositions } from "./cast"
import { must } from "./said"
import { type Key, lent, type UnitPlan, units } from "./units"

/** The day the demonstration's history begins. */
export const founded = new Date("2026-01-05T01:00:00Z")
const from = "2026-01-01"

export type Unit = { id: string; people: Map<string, string>; positions: Map<string, string> }
export type Organisation = Record<Key, Unit>

const listSchema = z.object({
  departments: z.array(z.object({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  positions: z.array(z.object({ code: z.string(), department: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
})

/** Headquarters, a regional company and six plants, with departments, positions, people and roles; all accounts share the password. */
export async function layOrganisation(password: string): Promise<Organisation> {
  const actor = actingAt(seed, founded)
  const ids = new Map<Key, string>()
  for (const { key, below, code, kind, nameZh, nameEn } of units) {
    const parentId = below && ids.get(below)
    ids.set(key, must(await foundUnit(actor, { parentId, code, kind, nameZh, nameEn }), `found ${code}`).id)
  }
  // Units have nothing in common here: each is staffed beside the others.
  const staffed = await Promise.all(units.map(async (unit): Promise<[Key, Unit]> => [unit.key, await staff(actor, ids.get(unit.key) ?? "", unit, password)]))
  const organisation = new Map(staffed)
  const of = (key: Key): Unit => organisation.get(key) ?? { id: "", people: new Map(), positions: new Map() }
  for (const { home, account, position, to } of lent) {
    for (const key of to) {
      const holding = { unitId: of(key).id, personId: of(home).people.get(account) ?? "", positionId: of(key).positions.get(position) ?? "", from }
      must(await holdPosition(actor, holding), `${account} of ${home} holds ${position} at ${key}`)
    }
  }
  return { hq: of("hq"), east: of("east"), north: of("north"), west: of("west"), south: of("south"), hydro: of("hydro"), wind: of("wind"), solar: of("solar") }
}

async function staff(actor: Actor, unitId: string, { cast, vacant, domain, called = {} }: UnitPlan, password: string): Promise<Unit> {
  const { departments, positions } = listSchema.parse(list)
  const held = new Set([...cast.flatMap(({ position, also = [] }) => [position, ...also]), ...vacant])
  const wanted = [...positions, ...extraPositions].filter(({ code }) => held.has(code))
  const departmentIds = new Map<string, string>()
  for (const department of departments.filter(({ code }) => wanted.some((position) => position.department === code))) {
    const { zh, en } = called[department.code] ?? department.title
    const input = { unitId, code: department.code, nameZh: zh, nameEn: en }
    departmentIds.set(department.code, must(await addDepartment(actor, input), department.code).id)
  }
  const positionIds = new Map<string, string>()
  for (const position of wanted) {
    const { zh, en } = called[position.code] ?? position.title
    const input = { unitId, departmentId: departmentIds.get(position.department) ?? "", code: position.code, nameZh: zh, nameEn: en }
    positionIds.set(position.code, must(await addPosition(actor, input), position.code).id)
  }
  const people = new Map<string, string>()
  for (const person of cast) {
    const id = await enter(actor, { unitId, departmentIds, positionIds, domain }, person)
    people.set(person.account, id)
    if (person.headOf) must(await setHead(actor, { id: departmentIds.get(person.headOf) ?? "", personId: id, version: undefined }), `head of ${person.headOf}`)
  }
  must(await givePasswords(seed, { personIds: [...people.values()], password }), `passwords of ${domain}`)
  return { id: unitId, people, positions: positionIds }
}

type Place = { unitId: string; departmentIds: Map<string, string>; positionIds: Map<string, string>; domain: string }

async function enter(actor: Actor, { unitId, departmentIds, positionIds, domain }: Place, person: Cast): Promise<string> {
  const departmentId = departmentIds.get(person.position.split(".")[0] ?? "")
  const entry = { unitId, departmentId, email: `${person.account}@${domain}`, nameZh: person.zh, nameEn: person.en, language: "zh-CN" as const }
  const { id } = must(await addPerson(actor, entry), person.account)
  for (const role of person.roles) must(await grantRole(actor, { unitId, personId: id, role, from, to: undefined }), `${person.account} as ${role}`)
  for (const position of [person.position, ...(person.also ?? [])]) {
    const positionId = positionIds.get(position)
    if (positionId) must(await holdPosition(actor, { unitId, personId: id, positionId, from: person.from ?? from }), `${person.account} holds ${position}`)
  }
  return id
}
