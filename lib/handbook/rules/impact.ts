import { applies, type Override } from "@/lib/handbook/rules/applicability"


export type PlacedPoint = { pointId: string; code: string; titleZh: string; titleEn: string | null; ownerPosition: string; kinds: string[] }
export type Standing = { overrides: ReadonlyMap<string, Override>; owners: ReadonlyMap<string, string>; holders: ReadonlyMap<string, readonly string[]> }

/** What an edition means for one unit: points that come, points that go, and points whose owner no longer holds the position that answers for them. */
export type Impact = { added: PlacedPoint[]; removed: PlacedPoint[]; moved: { point: PlacedPoint; from: string; ownerId: string | null }[]; unowned: number }

/**
 * Compares what applies to a unit before and after an edition (domain.md § 1). A point moves when the handbook gives it to
 * another position and its present owner does not hold that position.
 */
export function impactOn(unit: { kind: string }, before: readonly PlacedPoint[], after: readonly PlacedPoint[], { overrides, owners, holders }: Standing): Impact {
  const valid = (points: readonly PlacedPoint[]) => points.filter((point) => applies(point.kinds, unit.kind, overrides.get(point.pointId)))
  const [old, now] = [new Map(valid(before).map((point) => [point.pointId, point])), new Map(valid(after).map((point) => [point.pointId, point]))]
  const moved = [...now.values()].flatMap((point) => {
    const was = old.get(point.pointId)
    const ownerId = owners.get(point.pointId) ?? null
    const holds = ownerId !== null && (holders.get(point.ownerPosition) ?? []).includes(ownerId)
    return was && was.ownerPosition !== point.ownerPosition && !holds ? [{ point, from: was.ownerPosition, ownerId }] : []
  })
  return {
    added: [...now.values()].filter(({ pointId }) => !old.has(pointId)),
    removed: [...old.values()].filter(({ pointId }) => !now.has(pointId)),
    moved,
    unowned: [...now.keys()].filter((pointId) => !owners.has(pointId)).length,
  }
}
