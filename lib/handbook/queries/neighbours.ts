import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"

export type PointLink = { id: string; code: string; title: Text }

/** The points before and after one in the handbook's order. */
export async function neighboursIn(tx: Tx, point: { editionId: string; pointId: string }): Promise<{ before: PointLink | null; after: PointLink | null }> {
  const rows = await tx.$queryRaw<{ pointId: string; code: string; titleZh: string; titleEn: string | null; step: number }[]>`
    with ordered as (
      select p."pointId", p.code, p."titleZh", p."titleEn", row_number() over (order by n.ordinal, p.ordinal)::int as place
      from "PointVersion" p join "HandbookNode" n on n."editionId" = p."editionId" and n.id = p."nodeId" where p."editionId" = ${point.editionId}::uuid)
    select o."pointId", o.code, o."titleZh", o."titleEn", o.place - here.place as step
    from ordered o join ordered here on here."pointId" = ${point.pointId}::uuid and abs(o.place - here.place) = 1`
  const at = (step: number) => rows.filter((row) => row.step === step).map(linked)[0] ?? null
  return { before: at(-1), after: at(1) }
}

/** Points of an edition by their codes, in the order of the codes given; one that is not there is left out. */
export async function pointsByCodeIn(tx: Tx, editionId: string, codes: readonly string[]): Promise<PointLink[]> {
  if (codes.length === 0) return []
  const rows = await tx.pointVersion.findMany({ where: { editionId, code: { in: [...codes] } }, select: { pointId: true, code: true, titleZh: true, titleEn: true } })
  return codes.flatMap((code) => rows.filter((row) => row.code === code).map(linked))
}

function linked({ pointId, code, titleZh, titleEn }: { pointId: string; code: string; titleZh: string; titleEn: string | null }): PointLink {
  return { id: pointId, code, title: { zh: titleZh, en: titleEn } }
}
