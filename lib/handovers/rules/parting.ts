import { createHash } from "node:crypto"
import { ordered } from "@/lib/platform/canonical"
import type { Day } from "@/lib/platform/days"

export const itemKinds = ["point", "performing", "test", "review", "remediation"] as const
export type ItemKind = (typeof itemKinds)[number]

export type PartingItem = { kind: string; subjectId: string; code: string; takerPersonId: string | null }
export type Given = { kind: string; personId: string; signedBy: string }

/** Everybody who takes something over, once each. */
export function takersOf(items: readonly PartingItem[]): string[] {
  return [...new Set(items.flatMap(({ takerPersonId }) => takerPersonId ?? []))]
}

/** The takers who have not signed yet. */
export function missingTakers(items: readonly PartingItem[], signatures: readonly Given[]): string[] {
  const signed = new Set(signatures.filter(({ kind }) => kind === "take-over").map(({ personId }) => personId))
  return takersOf(items).filter((taker) => !signed.has(taker))
}

/** What is signed, as one number: what passes on, from whom, to whom, from which day on. */
export function partingHash(handover: { number: string; personId: string; leavesOn: Day; items: readonly PartingItem[] }): string {
  const items = handover.items.map(({ kind, subjectId, code, takerPersonId }) => ({ kind, subjectId, code, takerPersonId }))
  const sorted = items.toSorted((one, other) => (`${one.kind} ${one.subjectId}` < `${other.kind} ${other.subjectId}` ? -1 : 1))
  return createHash("sha256").update(ordered({ number: handover.number, personId: handover.personId, leavesOn: handover.leavesOn, items: sorted })).digest("hex")
}

/** For each item of a kind, who takes it. */
export function takersByKind(items: readonly PartingItem[], kind: ItemKind): Map<string, string> {
  return new Map(items.flatMap((item) => (item.kind === kind && item.takerPersonId ? [[item.subjectId, item.takerPersonId] as const] : [])))
}
