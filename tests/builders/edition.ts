import { type Frequency, frequencies } from "@/lib/platform/periods"
import type { Work } from "@/lib/platform/door"
import { dateOf } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"

export type BuiltPoint = { pointId: string; versionId: string; code: string; frequency: Frequency }
export type BuiltEdition = { editionId: string; points: BuiltPoint[] }

const text = (zh: string, en: string) => ({ zh, en })
const plants = ["coal", "gas", "hydro", "wind", "solar"]

/** An edition in force with one process and a point of each frequency (9.1.1.1 yearly … 9.1.1.8 on occurrence, 9.1.1.9 automated); made once per database. */
export async function buildEdition({ tx, now }: Work): Promise<BuiltEdition> {
  const standing = await tx.edition.findFirst({ where: { status: "published" }, select: { id: true } })
  if (standing) return { editionId: standing.id, points: await pointsOf(tx, standing.id) }
  const editionId = newId()
  await tx.edition.create({
    data: { id: editionId, number: `T-${editionId.slice(-6)}`, titleZh: "测试版", titleEn: "Test edition", draftedAt: now, effectiveFrom: dateOf("2025-01-01") },
  })
  const nodeId = newId()
  await tx.handbookNode.create({
    data: { id: nodeId, editionId, code: "9.1", kind: "process", ordinal: 1, titleZh: "测试流程", titleEn: "Test process", objectiveZh: "目标", kinds: plants, kindsReasonZh: "适用各类电厂" },
  })
  const stepId = newId()
  await tx.step.create({
    data: { id: stepId, editionId, nodeId, code: "9.1.1", ordinal: 1, titleZh: "环节", department: "finance", position: "finance.revenue-accountant", documentsIn: [], documentsOut: [] },
  })
  for (const [index, frequency] of [...frequencies, "monthly" as const].entries()) {
    const pointId = newId()
    await tx.point.create({ data: { id: pointId, createdAt: now } })
    await tx.pointVersion.create({ data: { ...pointData(index, frequency), id: newId(), editionId, pointId, nodeId, stepId } })
  }
  await tx.edition.update({ where: { id: editionId }, data: { status: "published", publishedAt: now } })
  return { editionId, points: await pointsOf(tx, editionId) }
}

export function pointData(index: number, frequency: Frequency) {
  return {
    code: `9.1.1.${index + 1}`,
    ordinal: index + 1,
    titleZh: `测试点${index + 1}`,
    titleEn: `Test point ${index + 1}`,
    descriptionZh: `收入会计按${frequency}核对一次，留存核对表。`,
    descriptionEn: `The revenue accountant reconciles (${frequency}) and keeps the sheet.`,
    objective: text("目标", "Objective"),
    risk: text("风险", "Risk"),
    assertions: ["accuracy"],
    accounts: [text("主营业务收入", "Revenue")],
    component: "control-activities",
    principle: 10,
    frequency,
    effect: "detective",
    nature: index === frequencies.length ? "automated" : "manual",
    systems: [],
    reports: [],
    ownerPosition: "finance.revenue-accountant",
    performingPositions: [],
    department: "finance",
    evidenceKinds: ["review"],
    designTest: text("穿行一笔", "Walk one through"),
    operatingTest: {
      population: text("当季核对表", "The quarter's sheets"),
      procedure: text("逐份检查", "Inspect each"),
      attributes: [
        { key: "A", text: text("是否按期完成？", "Done in time?") },
        { key: "B", text: text("是否由责任人签字？", "Signed by the owner?") },
      ],
      exception: text("任一为否", "Any no"),
    },
    compensating: [],
    regulations: [],
    kinds: plants,
    provenance: "composed",
    provenancePlace: "",
  }
}

async function pointsOf(tx: Work["tx"], editionId: string): Promise<BuiltPoint[]> {
  const rows = await tx.pointVersion.findMany({ where: { editionId }, orderBy: { ordinal: "asc" }, select: { id: true, pointId: true, code: true, frequency: true } })
  return rows.flatMap((row) => {
    const frequency = frequencies.find((known) => known === row.frequency)
    return frequency ? [{ pointId: row.pointId, versionId: row.id, code: row.code, frequency }] : []
  })
}
