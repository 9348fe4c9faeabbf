import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Tx } from "@/lib/platform/database"
import { count } from "@/lib/handbook/rules/counts"
import { companyIn } from "./company"
import { editionInForceIn, editionsIn } from "./editions"
import { importsIn } from "./imports"

const select = {
  code: true, kind: true, titleZh: true, titleEn: true, kinds: true,
  _count: { select: { steps: true } },
  points: { select: { kinds: true } },
} as const

/** The elements and processes of an edition with their points' applicability, in order. */
export async function nodesIn(tx: Tx, editionId: string) {
  const rows = await tx.handbookNode.findMany({ where: { editionId }, orderBy: { ordinal: "asc" }, select })
  return rows.map(({ titleZh, titleEn, _count, ...row }) => ({ ...row, title: { zh: titleZh, en: titleEn }, steps: _count.steps }))
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
