import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { importKind, importPreview, importProblem } from "@/lib/units/schema"
import { unitOf } from "@/lib/units/queries/units"

const listed = { id: true, unitId: true, kind: true, sha256: true, name: true, size: true, uploadedBy: true, uploadedAt: true, confirmedBy: true, confirmedAt: true } as const

/** An upload with its preview; null where the reader may not see it. */
export async function unitImportOf(tx: Tx, id: string) {
  const row = await tx.unitImport.findUnique({ where: { id }, select: { ...listed, problems: true, summary: true, content: true } })
  return row && { ...row, kind: importKind.parse(row.kind), problems: importProblem.array().parse(row.problems), summary: importPreview.parse(row.summary) }
}

export type UnitImportPage = NonNullable<Awaited<ReturnType<typeof unitImportPage>>>

/** The same with its unit and the people's names, without its content. */
export async function unitImportPage(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx }) => {
    const row = await unitImportOf(tx, id)
    const unit = row && (await unitOf(tx, row.unitId))
    if (!row || !unit) return null
    const names = await namesOf(tx, [row.uploadedBy, row.confirmedBy])
    const { content: _, ...rest } = row
    return { ...rest, unit, uploader: names.get(row.uploadedBy ?? "") ?? null, confirmer: names.get(row.confirmedBy ?? "") ?? null }
  })
}

/** The latest uploads of a unit. */
export async function unitImports(actor: Actor, { unitId, limit = 20 }: { unitId: string; limit?: number }) {
  if (!isId(unitId)) return []
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.unitImport.findMany({ where: { unitId }, orderBy: { uploadedAt: "desc" }, take: limit, select: { ...listed, problems: true } })
    const names = await namesOf(tx, rows.map(({ uploadedBy }) => uploadedBy))
    return rows.map(({ problems, ...row }) => ({ ...row, problems: importProblem.array().parse(problems).length, kind: importKind.parse(row.kind), uploader: names.get(row.uploadedBy ?? "") ?? null }))
  })
}
