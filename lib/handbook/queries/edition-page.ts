import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { compare } from "@/lib/handbook/rules/difference"
import { faultsOf } from "@/lib/handbook/rules/completeness"
import { editionBefore, isDraft } from "@/lib/handbook/rules/edition"
import { standing } from "@/lib/handbook/rules/faults"
import { count } from "@/lib/handbook/rules/counts"
import { companyIn } from "./company"
import { contentIn } from "./content"
import { editionIn, editionsIn } from "./editions"
import { importOf, importsIn } from "./imports"
import { nodesIn } from "./overview"
import { waiversIn } from "./waivers"
import { isId } from "@/lib/platform/ids"

/** One edition: who did what with it, what differs from the one before, what it lacks; null where the reader sees none. */
export async function editionPage(actor: Actor, asked: string) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionIn(tx, asked)
    if (!edition) return null
    const company = await companyIn(tx)
    const all = await editionsIn(tx)
    const before = editionBefore(edition, all)
    const content = await contentIn(tx, edition.id)
    const waivers = await waiversIn(tx, edition.id)
    const faults = standing(faultsOf(content), waivers)
    const imports = company ? await importsIn(tx, edition.id) : []
    const nodes = await nodesIn(tx, edition.id)
    return {
      faultAt: placeOf(await tx.pointVersion.findMany({ where: { editionId: edition.id, code: { in: faults.map(({ path }) => path) } }, select: { code: true, pointId: true } }), edition),
      edition, before, nodes, imports, counts: count(nodes), faults, waivers,
      difference: before ? compare(await contentIn(tx, before.id), content) : null,
      names: await namesOf(tx, [...waivers.map(({ waivedBy }) => waivedBy), edition.draftedBy, edition.submittedBy, edition.reviewedBy, ...imports.map(({ uploadedBy }) => uploadedBy)]),
      judged: company && {
        companyId: company.id, draftedBy: edition.draftedBy, submittedBy: edition.submittedBy, isFirst: all.every(({ publishedAt }) => publishedAt === null),
        importedBy: [...edition.hands, ...imports.filter(({ confirmedAt }) => confirmedAt !== null).flatMap(({ uploadedBy }) => uploadedBy ?? [])],
      },
    }
  })
}
export type EditionPage = NonNullable<Awaited<ReturnType<typeof editionPage>>>

/** The address where what is wrong with a code can be seen and mended: a draft's point, or the element or process that it belongs to. */
function placeOf(points: readonly { code: string; pointId: string }[], { id, status }: { id: string; status: string }) {
  return (code: string) => {
    const point = points.find((one) => one.code === code)
    if (point && isDraft(status)) return `/handbook/editions/${id}/points/${point.pointId}`
    return point ? `/handbook/points/${point.pointId}?edition=${id}` : `/handbook/${code.split(".").slice(0, 2).join(".")}?edition=${id}`
  }
}

/** A preview with who uploaded it; null for who may not see it. */
export async function importPage(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx }) => {
    const row = await importOf(tx, id)
    const company = await companyIn(tx)
    if (!row || !company) return null
    return { ...row, company, uploader: (await namesOf(tx, [row.uploadedBy])).get(row.uploadedBy ?? "") ?? null, taken: (await editionsIn(tx)).map(({ number }) => number) }
  })
}
export type ImportPage = NonNullable<Awaited<ReturnType<typeof importPage>>>

/** The open drafts that an upload may go into. */
export async function openDrafts(actor: Actor) {
  return asReader(actor, async ({ tx }) => ({ company: await companyIn(tx), drafts: (await editionsIn(tx)).filter(({ status }) => status === "draft") }))
}
