import { record } from "@/lib/audit/record"
import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { buildEdition, type BuiltEdition } from "./edition"

const cast = {
  owner: ["east", "control-owner"],
  performer: ["east", "performer"],
  evidenceReviewer: ["east", "evidence-reviewer"],
  head: ["east", "department-head"],
  finance: ["east", "finance-lead"],
  tester: ["east", "tester"],
  tester2: ["east", "tester"],
  manager: ["east", "plant-manager"],
  office: ["hq", "control-office"],
  office2: ["hq", "control-office"],
  chiefAccountant: ["hq", "chief-accountant"],
  leadership: ["hq", "leadership"],
  internalAudit: ["hq", "internal-audit"],
  externalAudit: ["hq", "external-auditor"],
  admin: ["hq", "administrator"],
  northOwner: ["north", "control-owner"],
  northFinance: ["north", "finance-lead"],
  northTester: ["north", "tester"],
  northManager: ["north", "plant-manager"],
} as const satisfies Record<string, readonly [string, Role]>

export type CastName = keyof typeof cast
export type Company = BuiltEdition & {
  hq: string
  east: string
  north: string
  /** EAST's finance department; the owner is its revenue accountant, the head its head. */
  departmentId: string
  positionId: string
  people: Record<CastName, Actor>
}

/** A company with two plants and one person per role; at EAST `owner` owns every point. Codes and addresses are new each time. */
export async function buildCompany(): Promise<Company> {
  const built = await asActor(seed, "tests.build", lay)
  if (!built.ok) throw new Error(`builder refused: ${built.refusal.message}`)
  const people: [string, Actor][] = []
  for (const [name, id] of Object.entries(built.value.ids)) people.push([name, await load(id)])
  const found = (name: CastName): Actor => people.find(([known]) => known === name)?.[1] ?? missing(name)
  return {
    ...built.value.rest,
    people: {
      owner: found("owner"), performer: found("performer"), evidenceReviewer: found("evidenceReviewer"), head: found("head"),
      finance: found("finance"), tester: found("tester"), tester2: found("tester2"), manager: found("manager"),
      office: found("office"), office2: found("office2"), chiefAccountant: found("chiefAccountant"), leadership: found("leadership"),
      internalAudit: found("internalAudit"), externalAudit: found("externalAudit"), admin: found("admin"),
      northOwner: found("northOwner"), northFinance: found("northFinance"), northTester: found("northTester"), northManager: found("northManager"),
    },
  }
}

async function lay(work: Work) {
  const { tx, now } = work
  const mark = newId().slice(-8)
  const units = { hq: newId(), east: newId(), north: newId() }
  const unit = (key: "hq" | "east" | "north", kind: string, nameZh: string, parentId: string | null) =>
    tx.unit.create({ data: { id: units[key], code: `${key.toUpperCase()}-${mark}`, kind, nameZh, nameEn: key, parentId, createdAt: now } })
  await unit("hq", "company", "测试公司", null)
  await unit("east", "coal", "东厂", units.hq)
  await unit("north", "gas", "北厂", units.hq)
  const departmentId = newId()
  await tx.department.create({ data: { id: departmentId, unitId: units.east, code: "finance", nameZh: "财务部", nameEn: "Finance" } })
  const positionId = newId()
  await tx.position.create({
    data: { id: positionId, unitId: units.east, departmentId, code: "finance.revenue-accountant", nameZh: "收入会计", nameEn: "Revenue accountant" },
  })
  const ids: Record<string, string> = {}
  for (const [name, [place, role]] of Object.entries(cast)) {
    const id = newId()
    ids[name] = id
    await tx.person.create({
      data: {
        id, unitId: units[place], departmentId: place === "east" ? departmentId : null, email: `${name}-${mark}@keypoint.example`.toLowerCase(),
        nameZh: name, nameEn: name, createdAt: now,
      },
    })
    await tx.roleGrant.create({ data: { id: newId(), unitId: units[place], personId: id, role, from: dateOf("2025-01-01"), grantedAt: now } })
  }
  await tx.department.update({ where: { id: departmentId }, data: { headPersonId: ids.head } })
  const edition = await buildEdition(work)
  await tx.ownership.createMany({
    data: edition.points.map((point) => ({
      id: newId(), unitId: units.east, pointId: point.pointId, personId: ids.owner ?? "", positionId, from: dateOf("2025-01-01"), assignedAt: now,
    })),
  })
  await record(work, { type: "units.built", unitId: units.hq, subjects: [{ kind: "unit", id: units.hq }] })
  return { ids, rest: { ...units, departmentId, positionId, ...edition } }
}

async function load(id: string): Promise<Actor> {
  return (await actorOfPerson(id)) ?? missing(id)
}

function missing(what: string): never {
  throw new Error(`builder: no ${what}`)
}
