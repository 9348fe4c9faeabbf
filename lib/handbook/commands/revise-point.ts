import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { changedFields } from "@/lib/handbook/rules/difference"
import { revised } from "@/lib/handbook/rules/revise"
import { position } from "@/lib/handbook/schema/content"
import type { RevisePoint } from "@/lib/handbook/schema/revise"
import { draftedPointWithin, writePointWithin } from "./revise"

/** Words one point of a draft anew. Only a draft: a published edition never changes, the database says so too (domain.md § 1). */
export async function revisePoint(actor: Actor, input: RevisePoint): Promise<Result<{ id: string; pointId: string }>> {
  return asActor(actor, "handbook.revise-point", async (work) => {
    await work.tx.$queryRaw`select id from "Edition" where id = ${input.id}::uuid for update`
    const edition = fresh(found(await work.tx.edition.findUnique({ where: { id: input.id }, select: { number: true, version: true, positions: true } })), input.version)
    const company = found(await companyIn(work.tx))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id, id: input.id })
    const { row, content } = await draftedPointWithin(work, input.id, input.pointId)
    const owner = position.array().parse(edition.positions).find(({ code }) => code === input.ownerPosition)
    if (!owner) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "ownerPosition", message: "handbook.errors.position" }] })
    const next = revised(content, input, owner)
    const fields = changedFields(content, next)
    if (fields.length === 0) refuse("conflict", "handbook.refusals.noDifference")
    await writePointWithin(work, row, next)
    const only = (of: object) => Object.fromEntries(Object.entries(of).filter(([field]) => fields.includes(field)))
    await record(work, {
      type: "handbook.point-revised", unitId: company.id, subjects: [{ kind: "edition", id: input.id }, { kind: "point", id: row.pointId }],
      params: { number: edition.number, code: row.code }, before: only(content), after: only(next),
    })
    return { id: input.id, pointId: row.pointId }
  })
}
