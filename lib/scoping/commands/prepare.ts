import type { Actor } from "@/lib/platform/actor"
import { newId } from "@/lib/platform/ids"
import { accept } from "@/lib/platform/refusal"
import { companyUnitsIn } from "@/lib/scoping/queries/known"
import { partsIn } from "@/lib/scoping/queries/scope"
import { materialityOf } from "@/lib/scoping/rules/materiality"
import type { DecideUnits, SetMateriality } from "@/lib/scoping/schema"
import { changeScope, type Done, wrong } from "./change"

/** The year's figures and the rule chosen; the amounts follow from them (domain.md §§ 1 and 5). */
export async function setMateriality(actor: Actor, input: SetMateriality): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.materiality-set" }, async (_work, scope) => {
    const { profitBeforeTax, averageProfit, revenue, assets, id: _id, version: _version, ...chosen } = input
    const materiality = accept(materialityOf({ ...chosen, figures: { profitBeforeTax, averageProfit, revenue, assets } }))
    return { set: { materiality }, before: { materiality: scope.materiality }, after: { materiality }, why: input.reason }
  })
}

/** Takes units into the year's scope, or leaves them out with a reason. */
export async function decideUnits(actor: Actor, input: DecideUnits): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.units-decided" }, async ({ tx }, scope) => {
    const reason = input.decision === "in" ? null : (input.reason ?? wrong("reason", "leftOutReason"))
    const units = (await companyUnitsIn(tx, scope.year)).filter(({ id }) => input.unitIds.includes(id))
    if (units.length < new Set(input.unitIds).size) wrong("unitIds", "unit")
    const before = (await partsIn(tx, scope.id)).units
    await tx.scopedUnit.deleteMany({ where: { scopeId: scope.id, scopedId: { in: input.unitIds } } })
    await tx.scopedUnit.createMany({ data: units.map(({ id }) => ({ id: newId(), unitId: scope.unitId, scopeId: scope.id, scopedId: id, reason })) })
    const was = (id: string) => (before.find(({ scopedId }) => scopedId === id)?.reason === null ? "in" : "out")
    return {
      before: Object.fromEntries(units.map(({ id, code }) => [code, was(id)])), after: Object.fromEntries(units.map(({ code }) => [code, input.decision])), why: reason ?? undefined,
      params: { count: units.length, decision: input.decision },
    }
  })
}
