import type { Text } from "@/lib/platform/actor"
import type { EditionWords } from "./kept"

export type PointLink = { id: string; code: string; title: Text }
type Linked = { pointId: string; code: string; titleZh: string; titleEn: string | null }

/** The points before and after one in the handbook's order. */
export function neighboursOf({ points }: EditionWords, id: string): { before: PointLink | null; after: PointLink | null } {
  const place = points.findIndex(({ pointId }) => pointId === id)
  const at = (index: number) => (place < 0 ? null : linked(points[index]))
  return { before: at(place - 1), after: at(place + 1) }
}

/** Points of an edition by their codes, in the order of the codes given; one that is not there is left out. */
export function pointsByCodeOf({ points }: EditionWords, codes: readonly string[]): PointLink[] {
  return codes.flatMap((wanted) => linked(points.find(({ code }) => code === wanted)) ?? [])
}

function linked(point: Linked | undefined): PointLink | null {
  return point ? { id: point.pointId, code: point.code, title: { zh: point.titleZh, en: point.titleEn } } : null
}
