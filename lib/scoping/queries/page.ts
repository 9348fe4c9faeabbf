import { companyIn } from "@/lib/handbook/queries/company"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { fiscalYearOf } from "@/lib/platform/periods"
import { mayApprove, mayScope } from "@/lib/scoping/policy"
import { coverageOf, totalCoverage } from "@/lib/scoping/rules/coverage"
import { gapsOf, warningsOf } from "@/lib/scoping/rules/gaps"
import { codesHeldIn, codesOf, companyUnitsIn, decidedIn, processesIn, scopedIn } from "./known"
import { partsIn, scopeIn, scopesIn } from "./scope"

/** The years that were scoped, and whether the reader may draft the next. */
export async function scopesPage(actor: Actor) {
  return asReader(actor, async ({ tx, now }) => {
    const company = await companyIn(tx)
    const scopes = await scopesIn(tx)
    return {
      scopes, names: await namesOf(tx, scopes.flatMap(({ draftedBy, approvedBy }) => [draftedBy, approvedBy])), thisYear: fiscalYearOf(today(now)),
      verdict: mayScope(actor, company?.id ?? ""), hasEdition: (await editionInForceIn(tx)) !== null,
    }
  })
}

/** One year's scope with everything that it holds; null where the reader sees none. Who reaches only plants sees its materiality alone. */
export async function scopePage(actor: Actor, id: string, locale: string = actor.language) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx }) => {
    const scope = await scopeIn(tx, id)
    if (!scope) return null
    const isWhole = (await companyIn(tx))?.id === scope.unitId
    const parts = await partsIn(tx, id)
    const named = codesOf(parts)
    const scoped = await scopedIn(tx, scope, parts, { editionId: scope.editionId, locale })
    const edition = await tx.edition.findUnique({ where: { id: scope.editionId }, select: { id: true, number: true } })
    return {
      scope, parts, isWhole, edition,
      held: await codesHeldIn(tx, scope.editionId, [...named.processes, ...named.points]),
      processes: await processesIn(tx, scope.editionId),
      units: (await companyUnitsIn(tx, scope.year, decidedIn(scope, parts))).map((unit) => ({ ...unit, decision: parts.units.find(({ scopedId }) => scopedId === unit.id) ?? null })),
      coverage: new Map(parts.accounts.map((account) => [account.id, coverageOf(account, scoped.inScope)])), total: totalCoverage(parts.accounts, scoped.inScope),
      gaps: gapsOf(scoped), warnings: warningsOf(scoped),
      names: await namesOf(tx, [scope.draftedBy, scope.approvedBy, ...scope.hands]),
      others: (await scopesIn(tx)).filter((other) => other.year === scope.year && other.id !== id),
      scoping: mayScope(actor, scope.unitId), approving: mayApprove(actor, scope),
    }
  })
}
export type ScopeView = NonNullable<Awaited<ReturnType<typeof scopePage>>>
