import { z } from "zod"
import { givePassword } from "@/lib/access/commands/passwords"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { addPerson, holdPosition } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { addDepartment, addPosition, foundUnit, setHead } from "@/lib/units/commands/units"
import list from "../handbook/positions.json"
import { type Cast, company, east, extraPositions, north } from "./people"
import { companyStaff, eastStaff } from "./people-more"
import { must } from "./said"

/** The day the demonstration's history begins. */
export const founded = new Date("2026-01-05T01:00:00Z")
const from = "2026-01-01"

export type Unit = { id: string; people: Map<string, string> }
export type Organisation = { hq: Unit; east: Unit; north: Unit }

const listSchema = z.object({
  departments: z.array(z.object({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  positions: z.array(z.object({ code: z.string(), department: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
})

/** Headquarters and two plants, with departments, positions, people and roles; all accounts share the password. */
export async function layOrganisation(password: string): Promise<Organisation> {
  const actor = actingAt(seed, founded)
  const hq = await found(actor, { code: "HQ", kind: "company", nameZh: "江源电力股份有限公司", nameEn: "Jiangyuan Power Co., Ltd." })
  const eastId = await found(actor, { parentId: hq, code: "EAST", kind: "coal", nameZh: "东江电厂", nameEn: "Dongjiang Power Plant" })
  const northId = await found(actor, { parentId: hq, code: "NORTH", kind: "gas", nameZh: "北原电厂", nameEn: "Beiyuan Power Plant" })
  return {
    hq: { id: hq, people: await staff(actor, hq, [...company, ...companyStaff], "demo.keypoint.example", password) },
    east: { id: eastId, people: await staff(actor, eastId, [...east, ...eastStaff], "demo.keypoint.example", password) },
    north: { id: northId, people: await staff(actor, northId, north, "north.demo.keypoint.example", password) },
  }
}

async function found(actor: Actor, unit: Parameters<typeof foundUnit>[1]): Promise<string> {
  return must(await foundUnit(actor, unit), `found ${unit.code}`).id
}

async function staff(actor: Actor, unitId: string, cast: Cast[], domain: string, password: string): Promise<Map<string, string>> {
  const { departments, positions } = listSchema.parse(list)
  const known = [...positions, ...extraPositions]
  const held = new Set(cast.map((person) => person.position))
  const wanted = known.filter((position) => held.has(position.code))
  const departmentIds = new Map<string, string>()
  for (const department of departments.filter(({ code }) => wanted.some((position) => position.department === code))) {
    const input = { unitId, code: department.code, nameZh: department.title.zh, nameEn: department.title.en }
    departmentIds.set(department.code, must(await addDepartment(actor, input), department.code).id)
  }
  const positionIds = new Map<string, string>()
  for (const position of wanted) {
    const input = { unitId, departmentId: departmentIds.get(position.department) ?? "", code: position.code, nameZh: position.title.zh, nameEn: position.title.en }
    positionIds.set(position.code, must(await addPosition(actor, input), position.code).id)
  }
  const people = new Map<string, string>()
  const passwords: Promise<void>[] = []
  for (const person of cast) {
    const departmentId = departmentIds.get(person.position.split(".")[0] ?? "")
    const id = await enter(actor, unitId, person, { departmentId, positionId: positionIds.get(person.position), domain })
    people.set(person.account, id)
    // Hashing is slow by intent: it goes on beside the next person's entry.
    passwords.push(givePassword(seed, id, password).then((given) => void must(given, `password of ${person.account}`)))
    if (person.headOf) must(await setHead(actor, { id: departmentIds.get(person.headOf) ?? "", personId: id, version: undefined }), `head of ${person.headOf}`)
  }
  await Promise.all(passwords)
  return people
}

type Place = { departmentId: string | undefined; positionId: string | undefined; domain: string }

async function enter(actor: Actor, unitId: string, person: Cast, place: Place): Promise<string> {
  const entry = { unitId, departmentId: place.departmentId, email: `${person.account}@${place.domain}`, nameZh: person.zh, nameEn: person.en, language: "zh-CN" as const }
  const { id } = must(await addPerson(actor, entry), person.account)
  for (const role of person.roles) must(await grantRole(actor, { unitId, personId: id, role, from, to: undefined }), `${person.account} as ${role}`)
  if (place.positionId) must(await holdPosition(actor, { unitId, personId: id, positionId: place.positionId, from }), `${person.account} holds ${person.position}`)
  return id
}
