import { unitKinds, type UnitKind } from "@/lib/handbook/schema/values"

/** What the company's documents state; the counts themselves are data and stand beside them (domain.md § 1). */
export const stated = { softElements: 16, processes: 21, controlPoints: 700 } as const

type Counted = { kind: string; points: readonly { kinds: readonly string[] }[] }
export type Counts = { softElements: number; processes: number; controlPoints: number; perKind: { kind: UnitKind; controlPoints: number }[] }

/** How much an edition holds, and how much of it applies to each kind of unit. */
export function count(nodes: readonly Counted[]): Counts {
  const points = nodes.flatMap((node) => node.points)
  return {
    softElements: nodes.filter(({ kind }) => kind === "soft-element").length,
    processes: nodes.filter(({ kind }) => kind === "process").length,
    controlPoints: points.length,
    perKind: unitKinds.map((kind) => ({ kind, controlPoints: points.filter(({ kinds }) => kinds.includes(kind)).length })),
  }
}
