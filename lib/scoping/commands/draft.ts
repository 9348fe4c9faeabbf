import { record } from "@/lib/audit/record"
import { companyIn } from "@/lib/handbook/queries/company"
import { editionInForceIn } from "@/lib/handbook/queries/editions"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, refuse } from "@/lib/platform/refusal"
import { mayScope } from "@/lib/scoping/policy"
import { companyUnitsIn } from "@/lib/scoping/queries/known"
import { partsIn, scopesIn, type ScopeRow } from "@/lib/scoping/queries/scope"
import { scopeLifecycle, step } from "@/lib/scoping/rules/lifecycle"
import type { About, Draft, Revise } from "@/lib/scoping/schema"
import { type Done, findForChange } from "./change"

/** Begins the scope of a year, with every unit in it, on the edition in force (domain.md § 1). */
export async function draftScope(actor: Actor, { year }: Draft): Promise<Done> {
  return asActor(actor, "scoping.draft", async (work) => {
    const company = found(await companyIn(work.tx))
    permit(mayScope(actor, company.id), { unitId: company.id })
    if ((await scopesIn(work.tx)).some((scope) => scope.unitId === company.id && scope.year === year && scope.status !== "superseded")) refuse("conflict", "scoping.refusals.yearStands")
    const id = await createIn(work, { unitId: company.id, year })
    const units = await companyUnitsIn(work.tx, year)
    await work.tx.scopedUnit.createMany({ data: units.map((unit) => ({ id: newId(), unitId: company.id, scopeId: id, scopedId: unit.id })) })
    await record(work, { type: "scoping.drafted", unitId: company.id, subjects: [{ kind: "scope", id }], params: { year: String(year) }, after: { year } })
    return { id }
  })
}

/** Begins a revision of an approved scope, as a draft that holds the same, with the reason. The approved one stands until the revision is approved. */
export async function reviseScope(actor: Actor, input: Revise): Promise<Done> {
  return asActor(actor, "scoping.revise", async (work) => {
    const scope = await findForChange(work, input)
    permit(mayScope(actor, scope.unitId), scope)
    accept(step(scope.status, "revise"))
    if ((await scopesIn(work.tx)).some((other) => other.unitId === scope.unitId && other.year === scope.year && other.status === scopeLifecycle.initial)) refuse("conflict", "scoping.refusals.yearStands")
    const id = await createIn(work, { unitId: scope.unitId, year: scope.year, from: scope, reason: input.reason })
    await copyParts(work, scope, id)
    await record(work, { type: "scoping.revised", unitId: scope.unitId, subjects: [{ kind: "scope", id }, { kind: "scope", id: scope.id }], params: { year: String(scope.year) }, why: input.reason })
    return { id }
  })
}

/** Throws a draft away, with all that it holds. */
export async function discardScope(actor: Actor, input: About): Promise<Done> {
  return asActor(actor, "scoping.discard", async (work) => {
    const scope = await findForChange(work, input)
    permit(mayScope(actor, scope.unitId), scope)
    accept(step(scope.status, "discard"))
    const where = { scopeId: scope.id }
    await work.tx.scopedUnit.deleteMany({ where })
    await work.tx.significantAccount.deleteMany({ where })
    await work.tx.fraudRisk.deleteMany({ where })
    await work.tx.serviceProvider.deleteMany({ where })
    await work.tx.scope.deleteMany({ where: { id: scope.id } })
    await record(work, { type: "scoping.discarded", unitId: scope.unitId, subjects: [{ kind: "scope", id: scope.id }], params: { year: String(scope.year) }, before: { status: scope.status } })
    return { id: scope.id }
  })
}

type New = { unitId: string; year: number; from?: ScopeRow; reason?: string }

async function createIn({ tx, now, actor }: Work, { unitId, year, from, reason }: New): Promise<string> {
  const edition = (await editionInForceIn(tx, today(now))) ?? refuse("conflict", "scoping.refusals.noEdition")
  const id = newId()
  await tx.scope.create({
    data: {
      id, unitId, year, editionId: edition.id, status: scopeLifecycle.initial, materiality: from?.materiality ?? undefined, revisionOf: from?.id ?? null,
      reason: reason ?? null, draftedBy: actor.personId, draftedAt: now,
    },
    select: { id: true },
  })
  return id
}

async function copyParts({ tx }: Work, scope: ScopeRow, scopeId: string): Promise<void> {
  const { units, accounts, risks, providers } = await partsIn(tx, scope.id)
  const ids = new Map(accounts.map(({ id }) => [id, newId()]))
  const of = { unitId: scope.unitId, scopeId }
  await tx.scopedUnit.createMany({ data: units.map((unit) => ({ ...unit, ...of, id: newId() })) })
  await tx.significantAccount.createMany({ data: accounts.map(({ name, ...row }) => ({ ...row, ...of, id: ids.get(row.id) ?? newId(), nameZh: name.zh, nameEn: name.en })) })
  await tx.fraudRisk.createMany({
    data: risks.map(({ description, ...row }) => ({ ...row, ...of, id: newId(), descriptionZh: description.zh, descriptionEn: description.en, accounts: row.accounts.flatMap((id) => ids.get(id) ?? []) })),
  })
  await tx.serviceProvider.createMany({
    data: providers.map(({ name, periodFrom, periodTo, ...row }) => ({
      ...row, ...of, id: newId(), nameZh: name.zh, nameEn: name.en, periodFrom: periodFrom && dateOf(periodFrom), periodTo: periodTo && dateOf(periodTo),
    })),
  })
}
