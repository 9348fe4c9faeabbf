import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"
import { reconcile, type CountedNode, type FirstEdition } from "@/lib/handbook/rules/reconcile"
import { unitKinds } from "@/lib/handbook/schema/values"
import { editionInForceIn } from "./editions"

type Row = Omit<CountedNode, "title"> & { titleZh: string; titleEn: string | null }

/** The figures of the source beside those counted from the edition in force, and the counts for each kind of unit; null without an edition. */
export async function reconciliation(actor: Actor) {
  return asReader(actor, async ({ tx }) => {
    const edition = await editionInForceIn(tx)
    if (!edition) return null
    const nodes = await countedIn(tx, edition.id)
    return { edition, rows: reconcile(nodes, await firstIn(tx, edition.id)), kinds: unitKinds.map((kind) => ofKind(nodes, kind)) }
  })
}

// What trains and what appraises is told by the words that source 01 counts by.
async function countedIn(tx: Tx, editionId: string): Promise<CountedNode[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select n.code, n.kind, n."titleZh", n."titleEn", n.kinds,
      coalesce((select json_agg(json_build_object('kinds', p.kinds, 'aspect', p.aspect, 'department', p.department,
        'trains', p."titleZh" || p."descriptionZh" ~ '培训|测评|测试', 'appraises', p."titleZh" || p."descriptionZh" ~ '考核|考评|考试'))
        from "PointVersion" p where p."editionId" = n."editionId" and p."nodeId" = n.id), '[]') as points
    from "HandbookNode" n where n."editionId" = ${editionId}::uuid order by n.ordinal`
  return rows.map(({ titleZh, titleEn, ...row }) => ({ ...row, title: { zh: titleZh, en: titleEn } }))
}

/** The edition that came first, if it is another one. */
async function firstIn(tx: Tx, inForce: string): Promise<FirstEdition> {
  const first = await tx.edition.findFirst({ where: { status: { in: ["published", "superseded"] } }, orderBy: [{ effectiveFrom: "asc" }, { publishedAt: "asc" }], select: { id: true } })
  if (!first || first.id === inForce) return null
  const nodes = await tx.handbookNode.findMany({ where: { editionId: first.id }, select: { code: true, kind: true } })
  return { processes: nodes.filter(({ kind }) => kind === "process").length, elementCodes: nodes.filter(({ kind }) => kind === "soft-element").map(({ code }) => code) }
}

function ofKind(nodes: readonly CountedNode[], kind: (typeof unitKinds)[number]) {
  const points = (wanted: string) => nodes.filter((node) => node.kind === wanted).flatMap((node) => node.points).filter(({ kinds }) => kinds.includes(kind)).length
  const held = (wanted: string) => nodes.filter((node) => node.kind === wanted && node.kinds.includes(kind)).length
  return { kind, elements: held("soft-element"), processes: held("process"), softPoints: points("soft-element"), processPoints: points("process") }
}
export type KindCounts = ReturnType<typeof ofKind>
