import { frequencies } from "@/lib/platform/periods"
import * as values from "@/lib/handbook/schema/values"
import type { Group } from "./vocabulary"

/** What a column offers: the fixed values of a group, or the departments or positions of the handbook. `several`: more than one may stand in a cell. */
export type Offer = { list: Group | "departments" | "positions"; several?: boolean }

/** The fixed values of each group. */
export const fixedValues: readonly (readonly [Group, readonly string[]])[] = [
  ["nodeKinds", values.nodeKinds], ["unitKinds", values.unitKinds], ["aspects", values.aspects], ["assertions", values.assertions],
  ["components", values.components], ["frequencies", frequencies], ["effects", values.effects], ["natures", values.natures],
  ["evidenceKinds", values.evidenceKinds], ["provenance", values.provenances], ["types", ["department", "position"]],
]

/** By a column's key, what it offers. */
export const offers: ReadonlyMap<string, Offer> = new Map<string, Offer>([
  ["kind", { list: "nodeKinds" }], ["aspect", { list: "aspects" }], ["component", { list: "components" }], ["frequency", { list: "frequencies" }],
  ["effect", { list: "effects" }], ["nature", { list: "natures" }], ["provenance", { list: "provenance" }], ["type", { list: "types" }],
  ["kinds", { list: "unitKinds", several: true }], ["assertions", { list: "assertions", several: true }], ["evidenceKinds", { list: "evidenceKinds", several: true }],
  ["department", { list: "departments" }], ["parent", { list: "departments" }], ["position", { list: "positions" }], ["ownerPosition", { list: "positions" }],
  ["performingPositions", { list: "positions", several: true }],
])
