import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { mapping, type Mapping } from "@/lib/handbook/schema/mapping"
import { companyIn } from "./company"
import { contentIn } from "./content"

export type KeptMapping = { id: string; name: string; headings: string[]; mapping: Mapping; version: number }

/** The matchings that were kept, by name. */
async function mappingsIn(tx: Tx): Promise<KeptMapping[]> {
  const rows = await tx.handbookMapping.findMany({ where: { removedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true, headings: true, mapping: true, version: true } })
  return rows.map((row) => ({ ...row, mapping: mapping.parse(row.mapping) }))
}

/** An upload to be matched: its file, how it was matched before, what it is compared with, and the matchings that were kept; null for who may not see it. */
export async function importToMatch(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx }) => {
    const row = await tx.handbookImport.findUnique({ where: { id }, select: { id: true, name: true, sha256: true, editionId: true, confirmedAt: true, mapping: true } })
    const company = await companyIn(tx)
    if (!row || !company) return null
    const where = row.editionId ? { id: row.editionId } : { status: "published" }
    const edition = await tx.edition.findFirst({ where, select: { id: true, number: true, version: true } })
    return {
      ...row, company, mapping: row.mapping === null ? null : mapping.parse(row.mapping),
      base: edition && { ...edition, content: await contentIn(tx, edition.id) }, kept: await mappingsIn(tx),
    }
  })
}
export type ImportToMatch = NonNullable<Awaited<ReturnType<typeof importToMatch>>>

/** The matchings that were kept, with who kept each when; none for who may not see them. */
export async function keptMappings(actor: Actor) {
  return asReader(actor, async ({ tx }) => {
    const rows = await tx.handbookMapping.findMany({ where: { removedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true, headings: true, mapping: true, keptBy: true, keptAt: true, version: true } })
    const names = await namesOf(tx, rows.map(({ keptBy }) => keptBy))
    return rows.map(({ keptBy, ...row }) => ({ ...row, mapping: mapping.parse(row.mapping), keeper: names.get(keptBy ?? "") ?? null }))
  })
}
export type KeptMatching = Awaited<ReturnType<typeof keptMappings>>[number]
