import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { totals } from "@/lib/handbook/rules/difference"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Mapping } from "@/lib/handbook/schema/mapping"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import { baseWithin } from "./base"
import { previewOf } from "./preview"

/** An uploaded workbook as a matching of its columns reads it; `base` is what it was read beside, `name` what the matching is kept as. */
export type MatchedWorkbook = {
  id: string; mapping: Mapping; headings: string[]; name: string; base: { id: string; version: number } | null
  content: HandbookContent | null; problems: HandbookProblem[]
}

/** Previews an upload by a matching, which may be kept by name; the handbook stays as it is until the preview is confirmed (domain.md § 1). */
export async function previewMatched(actor: Actor, input: MatchedWorkbook): Promise<Result<{ id: string; problems: number }>> {
  return asActor(actor, "handbook.match-import", async (work) => {
    const { tx } = work
    const company = found(await companyIn(tx))
    await tx.$queryRaw`select id from "HandbookImport" where id = ${input.id}::uuid for update`
    const staged = found(await tx.handbookImport.findUnique({ where: { id: input.id }, select: { id: true, name: true, editionId: true, confirmedAt: true } }))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id, id: staged.id })
    if (staged.confirmedAt) refuse("wrong-state", "handbook.refusals.confirmed")
    const base = await baseWithin(work, staged.editionId ?? "new")
    if (base?.id !== input.base?.id || base?.version !== input.base?.version) refuse("stale-version", "handbook.refusals.draftMoved")
    const { difference, problems, row } = previewOf(input, base)
    await tx.handbookImport.update({ where: { id: staged.id }, data: { ...row, mapping: input.mapping }, select: { id: true } })
    const kept = input.name === "" ? [] : [{ kind: "mapping" as const, id: await keepWithin(work, company.id, input) }]
    const counts = difference ? totals(difference) : { added: 0, changed: 0, removed: 0 }
    await record(work, {
      type: "handbook.import-mapped", unitId: company.id, subjects: [{ kind: "import", id: staged.id }, ...kept],
      params: { name: staged.name, keptAs: input.name || "none", added: counts.added, changed: counts.changed, removed: counts.removed, problems },
    })
    return { id: staged.id, problems }
  })
}

async function keepWithin({ tx, now, actor }: Work, unitId: string, { name, headings, mapping }: MatchedWorkbook): Promise<string> {
  const said = { headings, mapping, keptBy: actor.personId, keptAt: now }
  const before = await tx.handbookMapping.findFirst({ where: { unitId, name, removedAt: null }, select: { id: true } })
  if (before) await tx.handbookMapping.update({ where: { id: before.id }, data: { ...said, version: { increment: 1 } }, select: { id: true } })
  const id = before?.id ?? newId()
  if (!before) await tx.handbookMapping.create({ data: { id, unitId, name, ...said } })
  return id
}
