import { assignOwners, voidOwnership } from "@/lib/units/commands/owners"
import { keepHolidays } from "@/lib/units/commands/holidays"
import { addDepartment, addPosition, foundUnit } from "@/lib/units/commands/units"
import { addPerson, holdPosition } from "@/lib/units/commands/people"
import { gave } from "../../builders/evidence"
import { seed } from "@/lib/platform/actor"
import { addDays, today } from "@/lib/platform/days"
import type { Stage } from "../cast"
import { type Scene, type SetScene, words } from "./scene"

const names = { nameZh: "新设", nameEn: "New" }
const lastDay = () => addDays(today(new Date()), 7)
const given = (input: (stage: Stage) => Record<string, unknown>): SetScene => (stage) => ({ input: input(stage) })
const idOf = (stage: Stage, name: "performer" | "evidenceReviewer" | "head") => stage.people[name].personId

/** Two points whose owner was entered by mistake: gaps again. */
async function gap(stage: Stage): Promise<string> {
  gave(await voidOwnership(stage.people.finance, { id: stage.ids.ownerships ?? "", reason: words }))
  return stage.ids.ownerships ?? ""
}

async function byPosition(stage: Stage): Promise<Scene> {
  await gap(stage)
  return { input: { unitId: stage.east } }
}

/** A second coal plant whose point has an owner in the same position, who holds it at EAST too; there it has none. */
async function twin(stage: Stage): Promise<Record<string, unknown>> {
  const { hq, east } = stage
  const { id: unitId } = gave(await foundUnit(seed, { parentId: hq, code: "COAL-9", kind: "coal", ...names }))
  const { id: departmentId } = gave(await addDepartment(seed, { unitId, code: "finance", ...names }))
  const { id: positionId } = gave(await addPosition(seed, { unitId, departmentId, code: "finance.revenue-accountant", ...names }))
  const { id: personId } = gave(await addPerson(seed, { unitId, departmentId, email: "twin@keypoint.example", ...names, language: "zh-CN" }))
  gave(await holdPosition(seed, { unitId, positionId, personId }))
  gave(await assignOwners(seed, { unitId, personId, pointIds: stage.points.map(({ pointId }) => pointId) }))
  await gap(stage)
  return { unitId: east, fromUnitId: unitId }
}

const holiday = { country: "CN", lines: "2027-10-01 holiday National Day" }

export const units: Record<string, SetScene> = {
  "units/people.grant": given(({ east, roleless }) => ({ unitId: east, personId: roleless.personId, role: "performer" })),
  "units/people.withdraw": given(({ ids }) => ({ id: ids.grants })),
  "units/people.close": given(({ roleless }) => ({ personId: roleless.personId })),
  "units/people.hold": given(({ east, positionId, roleless }) => ({ unitId: east, positionId, personId: roleless.personId })),
  "units/people.leave": async (stage) => ({ input: { id: gave(await holdPosition(stage.people.finance, { unitId: stage.east, positionId: stage.positionId, personId: stage.roleless.personId ?? "" })).id } }),
  "units/people.move": async ({ east, roleless }) => {
    const { id: departmentId } = gave(await addDepartment(seed, { unitId: east, code: "fuel", ...names }))
    return { input: { personId: roleless.personId, departmentId } }
  },
  "units/people.name": given((stage) => ({ unitId: stage.east, personId: idOf(stage, "performer"), deputyId: idOf(stage, "evidenceReviewer"), lastDay: lastDay(), reason: words })),
  "units/people.endNamed": given(({ ids }) => ({ id: ids.deputies })),
  "units/units.found": given(({ hq }) => ({ parentId: hq, code: "WIND-9", kind: "wind", ...names })),
  "units/units.close": given(({ east }) => ({ unitId: east, to: lastDay(), reason: words })),
  "units/units.department": given(({ east }) => ({ unitId: east, code: "fuel", ...names })),
  "units/units.head": given((stage) => ({ id: stage.departmentId, personId: idOf(stage, "evidenceReviewer") })),
  "units/units.position": given(({ east, departmentId }) => ({ unitId: east, departmentId, code: "finance.clerk-9", ...names })),
  "units/units.limit": given(({ east }) => ({ unitId: east, monthlyLimit: 30 })),
  "units/imports.confirmImported": given(({ ids }) => ({ id: ids["unit-imports"] })),
  "units/imports.copy": async (stage) => ({ input: await twin(stage) }),
  "units/imports.keep": given(({ hq }) => ({ unitId: hq, ...holiday })),
  // A company that has planned a quarter keeps its year.
  "units/imports.fiscalYear": ({ hq }) => ({ input: { unitId: hq, month: 4 }, late: "units.refusals.fiscalFixed" }),
  "units/imports.remove": async ({ hq, people }) => {
    gave(await keepHolidays(people.admin, { unitId: hq, ...holiday }))
    return { input: { unitId: hq, country: "CN", date: "2027-10-01" } }
  },
  "units/ownership.assign": given((stage) => ({ unitId: stage.east, pointId: stage.ids.pointId, personId: idOf(stage, "evidenceReviewer") })),
  "units/ownership.assignSeveral": given((stage) => ({ unitId: stage.east, pointIds: stage.points.map(({ pointId }) => pointId), personId: idOf(stage, "evidenceReviewer") })),
  "units/ownership.assignHolders": byPosition,
  "units/ownership.voidRow": given(({ ids }) => ({ id: ids.ownerships, reason: words })),
  "units/ownership.perform": given((stage) => ({ unitId: stage.east, pointId: stage.points[1]?.pointId, personId: idOf(stage, "evidenceReviewer") })),
  "units/ownership.endPerforming": given(({ ids }) => ({ id: ids.performers })),
}
