import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { contentIn } from "@/lib/handbook/queries/content"
import { waiversIn } from "@/lib/handbook/queries/waivers"
import { faultsOf } from "@/lib/handbook/rules/completeness"
import { isUnfinished } from "@/lib/handbook/rules/edition"
import { faultKey, standing } from "@/lib/handbook/rules/faults"
import type { WaiveFault } from "@/lib/handbook/schema/inputs"

/** Lets one fault of an unpublished edition pass, with the reason: each by itself, never all at once (domain.md § 1). */
export async function waiveFault(actor: Actor, input: WaiveFault): Promise<Result<{ id: string }>> {
  return asActor(actor, "handbook.waive-fault", async (work) => {
    const { tx, now } = work
    await tx.$queryRaw`select id from "Edition" where id = ${input.id}::uuid for update`
    const edition = fresh(found(await tx.edition.findUnique({ where: { id: input.id }, select: { id: true, number: true, status: true, version: true } })), input.version)
    const company = found(await companyIn(tx))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id, id: edition.id })
    if (!isUnfinished(edition.status)) refuse("wrong-state", "handbook.refusals.wrongState")
    const faults = standing(faultsOf(await contentIn(tx, edition.id)), await waiversIn(tx, edition.id))
    if (!faults.some((fault) => faultKey(fault) === input.fault)) refuse("conflict", "handbook.refusals.noFault")
    await tx.faultWaiver.create({ data: { id: newId(), editionId: edition.id, fault: input.fault, reason: input.reason, waivedBy: actor.personId, waivedAt: now }, select: { id: true } })
    await tx.edition.update({ where: { id: edition.id }, data: { version: { increment: 1 } }, select: { id: true } })
    await record(work, {
      type: "handbook.fault-waived", unitId: company.id, subjects: [{ kind: "edition", id: edition.id }], params: { number: edition.number, fault: input.fault }, why: input.reason,
    })
    return { id: edition.id }
  })
}
