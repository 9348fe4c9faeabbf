import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { differs, totals } from "@/lib/handbook/rules/difference"
import { handbookContent, type HandbookContent } from "@/lib/handbook/schema/content"
import { importSummary } from "@/lib/handbook/schema/difference"
import type { ConfirmImport } from "@/lib/handbook/schema/inputs"
import { handbookProblem, type HandbookProblem } from "@/lib/handbook/schema/problem"
import { baseWithin } from "./base"
import { draftWithin } from "./draft"
import { previewOf } from "./preview"
import { writeContentWithin } from "./write-content"

/** A workbook as it was read: its file, not yet kept, and either what it holds or what is wrong with it. */
export type ReadWorkbook = { sha256: string; name: string; size: number; keep: () => Promise<unknown>; draft?: string; content: HandbookContent | null; problems: HandbookProblem[] }
export type Staged = { id: string; problems: number; differs: boolean; added: number; changed: number; unchanged: number; removed: number }

/** Keeps an uploaded workbook with what it would change; the handbook itself stays as it is until this is confirmed (domain.md § 1). */
export async function stageImport(actor: Actor, input: ReadWorkbook): Promise<Result<Staged>> {
  return asActor(actor, "handbook.stage-import", async (work) => {
    const company = found(await companyIn(work.tx))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id })
    const base = await baseWithin(work, input.draft)
    const { difference, problems, row } = previewOf(input, base)
    const id = newId()
    await work.tx.handbookImport.create({
      data: {
        id, editionId: base?.isDraft ? base.id : null, sha256: input.sha256, name: input.name, size: input.size, uploadedBy: actor.personId,
        uploadedAt: work.now, ...row,
      },
    })
    await input.keep()
    const counts = difference ? totals(difference) : { added: 0, changed: 0, unchanged: 0, removed: 0 }
    await record(work, {
      type: "handbook.import-uploaded", unitId: company.id, subjects: [{ kind: "import", id }],
      params: { name: input.name, added: counts.added, changed: counts.changed, removed: counts.removed, problems }, after: { sha256: input.sha256, size: input.size },
    })
    return { id, problems, differs: difference !== null && differs(difference), ...counts }
  })
}

/** Writes all of a previewed workbook into its draft, or nothing. A new draft takes the number given, or the next of the year. */
export async function confirmImport(actor: Actor, input: ConfirmImport): Promise<Result<{ id: string; editionId: string; number: string }>> {
  return asActor(actor, "handbook.confirm-import", async (work) => {
    const { tx, now } = work
    const company = found(await companyIn(tx))
    await tx.$queryRaw`select id from "HandbookImport" where id = ${input.id}::uuid for update`
    const staged = found(await tx.handbookImport.findUnique({ where: { id: input.id } }))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id, id: staged.id })
    if (staged.confirmedAt) refuse("wrong-state", "handbook.refusals.confirmed")
    const problems = handbookProblem.array().parse(staged.problems)
    if (problems.length > 0) refuse("invalid", "handbook.refusals.problems", { params: { count: problems.length } })
    const content = handbookContent.parse(staged.content)
    const seen = importSummary.parse(staged.summary)
    if (!seen.difference || !differs(seen.difference)) refuse("conflict", "handbook.refusals.noDifference")
    const base = await baseWithin(work, staged.editionId ?? "new")
    if (base?.id !== seen.base?.id || base?.version !== seen.base?.version) refuse("stale-version", "handbook.refusals.draftMoved")
    const draft = await draftWithin(work, { base, content, number: input.number })
    await writeContentWithin(work, draft.id, content)
    await tx.handbookImport.update({ where: { id: staged.id }, data: { confirmedAt: now, editionId: draft.id, content: Prisma.DbNull } })
    await record(work, {
      type: "handbook.import-confirmed", unitId: company.id, subjects: [{ kind: "import", id: staged.id }, { kind: "edition", id: draft.id }],
      params: { name: staged.name, number: draft.number }, after: { sha256: staged.sha256, counts: seen.difference.counts },
    })
    return { id: staged.id, editionId: draft.id, number: draft.number }
  })
}
