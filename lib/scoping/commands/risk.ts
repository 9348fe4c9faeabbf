import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { found } from "@/lib/platform/refusal"
import { codesHeldIn } from "@/lib/scoping/queries/known"
import { partsIn } from "@/lib/scoping/queries/scope"
import type { Remove, SaveProvider, SaveRisk } from "@/lib/scoping/schema"
import { changeScope, type Done, wrong } from "./change"

/** Adds or changes a fraud risk and the points that answer it; one that no point answers is warned of, not refused. */
export async function saveRisk(actor: Actor, input: SaveRisk): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.risk-saved" }, async ({ tx }, scope) => {
    const { risks, accounts } = await partsIn(tx, scope.id)
    const former = input.partId === undefined ? null : found(risks.find(({ id }) => id === input.partId))
    if (!input.accounts.every((id) => accounts.some((account) => account.id === id))) wrong("accounts", "accounts")
    await checkPoints(tx, scope.editionId, input.points)
    const { descriptionZh, likelihood, impact, points } = input
    const data = { descriptionZh, descriptionEn: input.descriptionEn ?? null, accounts: input.accounts, likelihood, impact, points }
    if (former) await tx.fraudRisk.update({ where: { id: former.id }, data, select: { id: true } })
    else await tx.fraudRisk.create({ data: { ...data, id: newId(), unitId: scope.unitId, scopeId: scope.id, ordinal: (risks.at(-1)?.ordinal ?? 0) + 1 }, select: { id: true } })
    return { before: former ? { likelihood: former.likelihood, impact: former.impact, points: former.points } : undefined, after: { description: descriptionZh, likelihood, impact, points } }
  })
}

/** Adds or changes a service centre or outside provider: its report, the period it covers, what remains for us to control. */
export async function saveProvider(actor: Actor, input: SaveProvider): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.provider-saved" }, async ({ tx }, scope) => {
    const { providers } = await partsIn(tx, scope.id)
    const former = input.partId === undefined ? null : found(providers.find(({ id }) => id === input.partId))
    const { nameZh, service, report, remaining, points, periodFrom, periodTo } = input
    if (report !== "none" && (periodFrom === undefined || periodTo === undefined)) wrong(periodFrom === undefined ? "periodFrom" : "periodTo", "period")
    if (periodFrom !== undefined && periodTo !== undefined && periodTo < periodFrom) wrong("periodTo", "periodOrder")
    await checkPoints(tx, scope.editionId, points)
    const data = { nameZh, nameEn: input.nameEn ?? null, service, report, remaining, points, periodFrom: periodFrom ? dateOf(periodFrom) : null, periodTo: periodTo ? dateOf(periodTo) : null }
    if (former) await tx.serviceProvider.update({ where: { id: former.id }, data, select: { id: true } })
    else await tx.serviceProvider.create({ data: { ...data, id: newId(), unitId: scope.unitId, scopeId: scope.id, ordinal: (providers.at(-1)?.ordinal ?? 0) + 1 }, select: { id: true } })
    return {
      params: { name: nameZh }, before: former ? { report: former.report, periodFrom: former.periodFrom, periodTo: former.periodTo, points: former.points } : undefined,
      after: { report, periodFrom, periodTo, remaining, points },
    }
  })
}

/** Takes an account, a fraud risk or a provider out of a draft. Fraud risks let go of an account that is no longer there. */
export async function removePart(actor: Actor, input: Remove): Promise<Done> {
  return changeScope(actor, input, { event: "change", done: "scoping.part-removed" }, async ({ tx }, scope) => {
    const { accounts, risks, providers } = await partsIn(tx, scope.id)
    const named = { account: accounts.map(({ id, name }) => ({ id, name: name.zh })), risk: risks.map(({ id, description }) => ({ id, name: description.zh })), provider: providers.map(({ id, name }) => ({ id, name: name.zh })) }
    const { id, name } = found(named[input.part].find((one) => one.id === input.partId))
    const where = { id, scopeId: scope.id }
    if (input.part === "account") {
      for (const risk of risks.filter((one) => one.accounts.includes(id))) await tx.fraudRisk.update({ where: { id: risk.id }, data: { accounts: risk.accounts.filter((one) => one !== id) }, select: { id: true } })
      await tx.significantAccount.deleteMany({ where })
    } else if (input.part === "risk") await tx.fraudRisk.deleteMany({ where })
    else await tx.serviceProvider.deleteMany({ where })
    return { params: { name }, before: { [input.part]: name } }
  })
}

async function checkPoints(tx: Tx, editionId: string, codes: readonly string[]): Promise<void> {
  const held = (await codesHeldIn(tx, editionId, codes)).points
  const unknown = codes.filter((code) => !held.has(code))
  if (unknown.length > 0) wrong("points", "points", { codes: unknown.join(", ") })
}
