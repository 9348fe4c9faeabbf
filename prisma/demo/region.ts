import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import { applicablePointsIn } from "@/lib/handbook/queries/points"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import type { Organisation } from "./organisation"
import { as } from "./people-of"
import { must } from "./said"

// The handbook leaves regional companies to the company's decision: whole elements and processes, and the points of a consolidated group.
const nodes = new Set(["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "2.11", "2.12", "3.12"])
const consolidation = new Set(["3.16.1.1", "3.16.2.2", "3.16.3.1", "3.16.3.3", "3.16.4.1", "3.16.6.1"])

/** The company decides which of its own points the regional company has too: the second edition must be in force. */
export async function applyToRegion({ hq, south }: Organisation): Promise<void> {
  const office = await as("office2", "2026-10-01T09:00")
  const points = await asReader(office, async ({ tx, now }) => {
    const edition = await editionInForceIn(tx, today(now))
    return edition ? applicablePointsIn(tx, { id: hq.id, kind: "company" }, edition.id) : []
  })
  for (const { pointId, code, node } of points) {
    if (!nodes.has(node.code) && !consolidation.has(code)) continue
    const reason = consolidation.has(code) ? "南方公司编制本区域的合并报表，比照公司执行。" : "南方公司设有相应部门和岗位，对所属电厂履行管理职责，比照公司执行。"
    must(await overrideApplicability(office, { unitId: south.id, pointId, applicable: true, reason }), `${code} at the region`)
  }
}
