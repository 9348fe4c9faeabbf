import { createHash } from "node:crypto"
import { positionTitlesIn } from "@/lib/handbook/queries/titles"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { groundOf, type Ground, type GroundPoint } from "@/lib/units/queries/ground"

export type CopyGap = { point: GroundPoint; position: string | null; there: string | null; why: "noOwner" | "noPosition" | "nobody" | "several"; count: number }
export type CopyMatch = { point: GroundPoint; position: string; there: string; personId: string }
export type OwnerCopy = { from: Ground["unit"]; matches: CopyMatch[]; gaps: CopyGap[]; digest: string }

/**
 * What another unit of the same kind tells of the points without an owner here: its owner's position, and who holds the same
 * one here. Null where that unit is not reached.
 */
export async function ownerCopyIn(tx: Tx, ground: Ground, fromUnitId: string, day: Day): Promise<OwnerCopy | null> {
  const there = await groundOf(tx, fromUnitId, day)
  if (!there) return null
  const on = dateOf(day)
  const rows = await tx.ownership.findMany({
    where: { unitId: fromUnitId, voidedAt: null, from: { lte: on }, OR: [{ to: null }, { to: { gt: on } }] }, select: { pointId: true, personId: true, positionId: true },
  })
  const positions = new Map((await tx.position.findMany({ where: { unitId: fromUnitId }, select: { id: true, code: true } })).map(({ id, code }) => [id, code]))
  const held = new Map([...there.holders.values()].flat().map(({ personId, code }) => [personId, code]))
  const owners = new Map(rows.map((row) => [row.pointId, { personId: row.personId, position: positions.get(row.positionId ?? "") ?? held.get(row.personId) ?? null }]))
  const [matches, gaps]: [CopyMatch[], CopyGap[]] = [[], []]
  for (const point of ground.points.filter(({ pointId }) => !ground.owners.has(pointId))) {
    const owner = owners.get(point.pointId)
    const holders = [...new Set((ground.holders.get(owner?.position ?? "") ?? []).map(({ personId }) => personId))]
    const [only] = holders
    if (owner?.position && only && holders.length === 1) matches.push({ point, position: owner.position, there: owner.personId, personId: only })
    else gaps.push({ point, position: owner?.position ?? null, there: owner?.personId ?? null, count: holders.length, why: !owner ? "noOwner" : !owner.position ? "noPosition" : holders.length === 0 ? "nobody" : "several" })
  }
  const digest = createHash("sha256").update(matches.map(({ point, personId }) => `${point.pointId} ${personId}`).join("\n")).digest("hex")
  return { from: there.unit, matches, gaps, digest }
}

/** The units that one may copy from, and what one of them tells; null where the unit is not reached. */
export async function ownerCopyPage(actor: Actor, unitId: string, fromUnitId: string | undefined) {
  if (!isId(unitId)) return null
  return asReader(actor, async ({ tx, now }) => {
    const ground = await groundOf(tx, unitId, today(now))
    if (!ground) return null
    const others = (actor.units ?? []).filter(({ id, kind }) => kind === ground.unit.kind && id !== unitId)
    const chosen = others.find(({ id }) => id === fromUnitId)
    const copy = chosen ? await ownerCopyIn(tx, ground, chosen.id, today(now)) : null
    const names = await namesOf(tx, [...(copy?.matches ?? []).flatMap(({ there, personId }) => [there, personId]), ...(copy?.gaps ?? []).map(({ there }) => there)])
    const nameOf = (id: string | null): Text | null => (id ? (names.get(id) ?? null) : null)
    return {
      unit: ground.unit, departments: ground.departments, others, positionNames: new Map(ground.edition ? await positionTitlesIn(tx, ground.edition.id) : []), gaps: ground.points.filter(({ pointId }) => !ground.owners.has(pointId)).length,
      copy: copy && {
        from: copy.from, digest: copy.digest,
        matches: copy.matches.map((row) => ({ ...row, thereName: nameOf(row.there), hereName: nameOf(row.personId) })), gaps: copy.gaps.map((row) => ({ ...row, thereName: nameOf(row.there) })),
      },
    }
  })
}
