import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { count } from "@/lib/handbook/rules/counts"
import { companyIn } from "./company"
import { editionInForceIn, editionsIn } from "./editions"
import { importsIn } from "./imports"

type Row = { code: string; kind: string; titleZh: string; titleEn: string | null; kinds: string[]; steps: number; points: { kinds: string[] }[] }

/** The elements and processes of an edition with their points' applicability, in order. */
export async function nodesIn(tx: Tx, editionId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select n.code, n.kind, n."titleZh", n."titleEn", n.kinds,
      (select count(*)::int from "Step" s where s."editionId" = n."editionId" and s."nodeId" = n.id) as steps,
      coalesce((select json_agg(json_build_object('kinds', p.kinds)) from "PointVersion" p where p."editionId" = n."editionId" and p."nodeId" = n.id), '[]') as points
    from "HandbookNode" n where n."editionId" = ${editionId}::uuid order by n.ordinal`
  return rows.map(({ titleZh, titleEn, ...row }) => ({ ...row, title: { zh: titleZh, en: titleEn } }))
}
export type NodeRow = Awaited<ReturnType<typeof nodesIn>>[number]

/** The handbook's first page: what is in force, what it holds, and, for who reaches the company, what is being prepared. */
export async function handbookOverview(actor: Actor) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionInForceIn(tx)
    const nodes = edition ? await nodesIn(tx, edition.id) : []
    const company = await companyIn(tx)
    return { edition, nodes, counts: count(nodes), editions: await editionsIn(tx), imports: company ? await importsIn(tx) : [], company }
  })
}
