import { Prisma } from "@/lib/platform/generated/client"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import type { Chapter, HandbookContent, PointContent } from "@/lib/handbook/schema/content"

/** Writes a draft anew: nothing of it stays but the points' identities, found by code here or in the latest edition that has it. */
export async function writeContentWithin({ tx, now }: Work, editionId: string, content: HandbookContent): Promise<void> {
  const known = await identities(tx, editionId)
  const codes = content.chapters.flatMap(({ points }) => points.map(({ code }) => code))
  const fresh = codes.filter((code) => !known.has(code)).map((code) => ({ id: newId(), code }))
  await insertAll(tx, "Point", fresh.map(({ id }) => ({ id, createdAt: now })))
  for (const { id, code } of fresh) known.set(code, id)

  await tx.pointVersion.deleteMany({ where: { editionId } })
  await tx.step.deleteMany({ where: { editionId } })
  await tx.handbookNode.deleteMany({ where: { editionId } })
  const rows = content.chapters.map((chapter, ordinal) => chapterRows(chapter, { editionId, ordinal, known }))
  await insertAll(tx, "HandbookNode", rows.map(({ node }) => node))
  await insertAll(tx, "Step", rows.flatMap(({ steps }) => steps))
  await insertAll(tx, "PointVersion", rows.flatMap(({ points }) => points))
}

/** Rows with a value for every column, as one parameter: 700 points as 26,000 parameters take three times as long. */
async function insertAll(tx: Work["tx"], table: "Point" | "HandbookNode" | "Step" | "PointVersion", rows: readonly object[]): Promise<void> {
  const name = Prisma.raw(`"${table}"`)
  await tx.$executeRaw`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`
}

async function identities(tx: Work["tx"], editionId: string): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ code: string; pointId: string }[]>`
    select distinct on (v.code) v.code, v."pointId" from "PointVersion" v join "Edition" e on e.id = v."editionId"
    order by v.code, (e.id = ${editionId}::uuid) desc, e."publishedAt" desc nulls last, e."draftedAt" desc`
  return new Map(rows.map(({ code, pointId }) => [code, pointId]))
}

type Place = { editionId: string; ordinal: number; known: ReadonlyMap<string, string> }

function chapterRows({ node, steps, points }: Chapter, { editionId, ordinal, known }: Place) {
  const nodeId = newId()
  const { title, objective, kindsReason, ...rest } = node
  const stepRows = steps.map(({ title: stepTitle, ...step }, at) => ({ ...step, id: newId(), editionId, nodeId, ordinal: at, titleZh: stepTitle.zh, titleEn: stepTitle.en }))
  return {
    node: {
      ...rest, id: nodeId, editionId, ordinal, titleZh: title.zh, titleEn: title.en, objectiveZh: objective.zh, objectiveEn: objective.en,
      kindsReasonZh: kindsReason.zh, kindsReasonEn: kindsReason.en,
    },
    steps: stepRows,
    points: points.map((point, at) => ({
      ...pointRow(point), review: point.review, kindsReason: point.kindsReason, id: newId(), editionId, nodeId, ordinal: at, pointId: known.get(point.code) ?? "",
      stepId: stepRows.find(({ code }) => code === point.step)?.id ?? null, kinds: point.kinds ?? node.kinds,
    })),
  }
}

/** A point as columns, without what places it. */
export function pointRow({ title, description, step: _, kinds: _kinds, review, kindsReason, ...rest }: PointContent) {
  return {
    ...rest, titleZh: title.zh, titleEn: title.en, descriptionZh: description.zh, descriptionEn: description.en,
    review: review ?? Prisma.DbNull, kindsReason: kindsReason ?? Prisma.DbNull,
  }
}
