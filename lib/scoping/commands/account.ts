import type { Actor } from "@/lib/platform/actor"
import { newId } from "@/lib/platform/ids"
import { found } from "@/lib/platform/refusal"
import { codesHeldIn, companyUnitsIn } from "@/lib/scoping/queries/known"
import { partsIn } from "@/lib/scoping/queries/scope"
import { placed } from "@/lib/scoping/rules/coverage"
import type { SaveAccount } from "@/lib/scoping/schema"
import { changeScope, type Done, wrong } from "./change"

/** Adds a significant account, or changes one: why it is significant, its processes, and how much of it each unit holds. */
export async function saveAccount(actor: Actor, input: SaveAccount): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.account-saved" }, async ({ tx }, scope) => {
    const { accounts } = await partsIn(tx, scope.id)
    const former = input.partId === undefined ? null : found(accounts.find(({ id }) => id === input.partId))
    if (accounts.some(({ id, name }) => id !== input.partId && name.zh === input.nameZh)) wrong("nameZh", "nameTwice")
    if (input.ground === "quantitative" && scope.materiality && input.amount < scope.materiality.performance) wrong("ground", "belowPerformance", { amount: scope.materiality.performance })
    if (input.ground === "qualitative" && !input.reason) wrong("reason", "qualitativeReason")
    const { processes } = await codesHeldIn(tx, scope.editionId, input.processes)
    const unknown = input.processes.filter((code) => !processes.has(code))
    if (unknown.length > 0) wrong("processes", "processes", { codes: unknown.join(", ") })
    const units = new Set((await companyUnitsIn(tx, scope.year)).map(({ id }) => id))
    for (const unit of Object.keys(input.shares)) if (!units.has(unit)) wrong(`shares.${unit}`, "unit")
    if (placed(input.shares) > 100) wrong(`shares.${Object.keys(input.shares)[0]}`, "sharesOver", { percent: placed(input.shares) })
    const { nameZh, amount, ground, shares } = input
    const data = { nameZh, nameEn: input.nameEn ?? null, amount, ground, reason: input.reason ?? null, processes: input.processes, shares }
    if (former) await tx.significantAccount.update({ where: { id: former.id }, data, select: { id: true } })
    else await tx.significantAccount.create({ data: { ...data, id: newId(), unitId: scope.unitId, scopeId: scope.id, ordinal: (accounts.at(-1)?.ordinal ?? 0) + 1 }, select: { id: true } })
    return {
      params: { name: nameZh }, before: former ? { amount: former.amount, ground: former.ground, processes: former.processes, shares: former.shares } : undefined,
      after: { amount, ground, processes: input.processes, shares }, why: input.reason,
    }
  })
}
