import type { AuditEntry } from "@/lib/audit/events"
import { record } from "@/lib/audit/record"
import { distributeWithin } from "@/lib/distributions/commands/give"
import type { Actor } from "@/lib/platform/actor"
import { dayOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, found, fresh, type Params, permit, refuse, type Result } from "@/lib/platform/refusal"
import { type JudgedEdition, mayKeepHandbook, mayPublish, mayReturn } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { contentIn } from "@/lib/handbook/queries/content"
import { waiversIn } from "@/lib/handbook/queries/waivers"
import { faultsOf } from "@/lib/handbook/rules/completeness"
import { standing } from "@/lib/handbook/rules/faults"
import { step, takesEffect } from "@/lib/handbook/rules/edition"
import type { PublishEdition, ReturnEdition, SubmitEdition } from "@/lib/handbook/schema/inputs"

type Done = Result<{ id: string }>

export async function submitEdition(actor: Actor, input: SubmitEdition): Promise<Done> {
  return asActor(actor, "handbook.submit-edition", async (work) => {
    const edition = await findForChange(work, input)
    permit(mayKeepHandbook(actor, edition.companyId), edition)
    const status = accept(step(edition.status, "submit-for-review"))
    await apply(work, edition, { status, submittedBy: actor.personId, submittedAt: work.now, returnReason: null })
    await note(work, edition, "edition-submitted", { number: edition.number })
    return { id: edition.id }
  })
}

export async function returnEdition(actor: Actor, input: ReturnEdition): Promise<Done> {
  return asActor(actor, "handbook.return-edition", async (work) => {
    const edition = await findForChange(work, input)
    permit(mayReturn(actor, edition), edition)
    const status = accept(step(edition.status, "return"))
    await apply(work, edition, { status, returnReason: input.reason })
    await note(work, edition, "edition-returned", { number: edition.number }, input.reason)
    return { id: edition.id }
  })
}

/** Publishes a complete edition from a quarter's first day; the one before is superseded (domain.md § 1). */
export async function publishEdition(actor: Actor, input: PublishEdition): Promise<Done> {
  return asActor(actor, "handbook.publish-edition", async (work) => {
    const edition = await findForChange(work, input)
    permit(mayPublish(actor, edition), edition)
    const status = accept(step(edition.status, "publish"))
    const before = await work.tx.edition.findFirst({ where: { status: "published" }, select: { id: true, status: true, effectiveFrom: true } })
    const effectiveFrom = accept(takesEffect(input.effectiveFrom, today(work.now), before?.effectiveFrom ? dayOf(before.effectiveFrom) : null))
    const content = await contentIn(work.tx, edition.id)
    const faults = standing(faultsOf(content), await waiversIn(work.tx, edition.id))
    if (faults.length > 0) refuse("invalid", "handbook.refusals.incomplete", { errors: faults })
    if (before) {
      const superseded = accept(step(before.status, "publish"))
      await work.tx.edition.update({ where: { id: before.id }, data: { status: superseded, supersededAt: work.now, version: { increment: 1 } } })
    }
    await apply(work, edition, { status, effectiveFrom, publishedAt: work.now, reviewedBy: actor.personId })
    const points = content.chapters.reduce((sum, chapter) => sum + chapter.points.length, 0)
    const given = await distributeWithin(work, edition)
    const published = entry(edition, "edition-published", { number: edition.number, day: input.effectiveFrom, points })
    for (const one of [...given, published].toSorted((first, other) => first.unitId.localeCompare(other.unitId))) await record(work, one)
    return { id: edition.id }
  })
}

/** Ends a draft: its wording is erased, its imports and their trail stay. */
export async function discardEdition(actor: Actor, input: SubmitEdition): Promise<Done> {
  return asActor(actor, "handbook.discard-edition", async (work) => {
    const edition = await findForChange(work, input)
    permit(mayKeepHandbook(actor, edition.companyId), edition)
    accept(step(edition.status, "discard"))
    await work.tx.handbookImport.updateMany({ where: { editionId: edition.id }, data: { editionId: null } })
    await work.tx.pointVersion.deleteMany({ where: { editionId: edition.id } })
    await work.tx.step.deleteMany({ where: { editionId: edition.id } })
    await work.tx.handbookNode.deleteMany({ where: { editionId: edition.id } })
    await work.tx.edition.delete({ where: { id: edition.id } })
    await note(work, edition, "edition-discarded", { number: edition.number })
    return { id: edition.id }
  })
}

type Edition = JudgedEdition & { id: string; number: string; status: string; version: number; unitId: string }

async function findForChange({ tx }: Work, input: { id: string; version?: number }): Promise<Edition> {
  await tx.$queryRaw`select id from "Edition" where id = ${input.id}::uuid for update`
  const select = { id: true, number: true, status: true, version: true, draftedBy: true, submittedBy: true, hands: true } as const
  const row = fresh(found(await tx.edition.findUnique({ where: { id: input.id }, select })), input.version)
  const company = found(await companyIn(tx))
  const imports = await tx.handbookImport.findMany({ where: { editionId: row.id, confirmedAt: { not: null } }, select: { uploadedBy: true } })
  const isFirst = (await tx.edition.count({ where: { status: { in: ["published", "superseded"] } } })) === 0
  return { ...row, companyId: company.id, unitId: company.id, importedBy: [...row.hands, ...imports.flatMap(({ uploadedBy }) => uploadedBy ?? [])], isFirst }
}

type Change = Parameters<Work["tx"]["edition"]["updateMany"]>[0]["data"]

async function apply({ tx }: Work, edition: Edition, change: Change): Promise<void> {
  const { count } = await tx.edition.updateMany({ where: { id: edition.id, version: edition.version }, data: { ...change, version: { increment: 1 } } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
}

async function note(work: Work, edition: Edition, event: string, params: Params, why?: string): Promise<void> {
  await record(work, entry(edition, event, params, why))
}

function entry({ id, companyId, status }: Edition, event: string, params: Params, why?: string): AuditEntry {
  return { type: `handbook.${event}`, unitId: companyId, subjects: [{ kind: "edition", id }], params, before: { status }, why }
}
