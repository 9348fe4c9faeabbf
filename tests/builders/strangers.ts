import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import type { Lived } from "./lived"
import { done } from "./outcome"

const atAPlant: Role[] = ["performer", "evidence-reviewer", "department-head", "administrator"]

/** All who have no business at EAST: every role of NORTH, an external auditor to whom nothing was released, somebody of EAST without a role. */
export async function strangersOf({ people, hq, east, north }: Lived): Promise<Record<string, Actor>> {
  const enter = async (unitId: string, role: Role | null) => {
    const { id } = await done(addPerson(seed, { unitId, email: `${newId()}@keypoint.example`, nameZh: "某人", nameEn: role ?? "Newcomer", language: "zh-CN" }))
    if (role) await done(grantRole(seed, { unitId, personId: id, role }))
    return (await actorOfPerson(id)) ?? seed
  }
  const others = await Promise.all(atAPlant.map(async (role) => [`north ${role}`, await enter(north, role)] as const))
  return {
    "north control-owner": people.northOwner, "north finance-lead": people.northFinance, "north tester": people.northTester, "north plant-manager": people.northManager,
    ...Object.fromEntries(others), "external auditor": await enter(hq, "external-auditor"), "without a role": await enter(east, null),
  }
}

/** EAST's keys that these may not read: what is common to the company, and the units of one's own company, they may. */
export function secretsOf({ ids, east }: Lived, who: string): string[] {
  const common = ["editions", "control-points", "pointId", "scopes"]
  const known = who === "external auditor" ? [...common, "units", "departments"] : who === "without a role" ? [...common, "units"] : common
  const secrets = Object.entries({ ...ids, units: east }).flatMap(([room, id]) => (known.includes(room) ? [] : [id]))
  return [...new Set(secrets)]
}
