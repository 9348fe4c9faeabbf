import type { Actor, ReachedUnit, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { impactOn, type Impact, type PlacedPoint } from "@/lib/handbook/rules/impact"
import { ownersIn } from "@/lib/units/queries/owners"
import { holdingsIn } from "@/lib/units/queries/people"
import { overridesIn } from "./overrides"

export type UnitImpact = Impact & { unit: ReachedUnit; names: Map<string, Text> }

/** What an edition would mean for each unit within reach, against another one: who gains, loses or hands over which points. */
export async function impactOf(actor: Actor, editionId: string, beforeId: string): Promise<UnitImpact[]> {
  return asReader(actor, async ({ tx, now }) => {
    const [before, after] = [await placedIn(tx, beforeId), await placedIn(tx, editionId)]
    const impacts: UnitImpact[] = []
    for (const unit of actor.units ?? []) {
      const holders = new Map<string, string[]>()
      for (const { personId, position } of await holdingsIn(tx, unit.id, today(now))) holders.set(position.code, [...(holders.get(position.code) ?? []), personId])
      const impact = impactOn(unit, before, after, { overrides: await overridesIn(tx, unit.id), owners: await ownersIn(tx, unit.id, today(now)), holders })
      impacts.push({ ...impact, unit, names: await namesOf(tx, impact.moved.map(({ ownerId }) => ownerId)) })
    }
    return impacts
  })
}

async function placedIn(tx: Tx, editionId: string): Promise<PlacedPoint[]> {
  return tx.pointVersion.findMany({
    where: { editionId }, orderBy: [{ node: { ordinal: "asc" } }, { ordinal: "asc" }],
    select: { pointId: true, code: true, titleZh: true, titleEn: true, ownerPosition: true, kinds: true },
  })
}
