import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Chapter, HandbookContent, PointContent } from "@/lib/handbook/schema/content"
import { writeHandbook } from "@/lib/handbook/workbook/write"

const text = (zh: string, en: string | null = null) => ({ zh, en })

/** A complete control point of step 8.1.1. */
export function aPoint(code: string, changes: Partial<PointContent> = {}): PointContent {
  return {
    code, step: "8.1.1", title: text(`复核${code}`, `Review ${code}`), description: text(`稽核会计每月复核一次 ${code}。`), objective: text("目标"), risk: text("风险"),
    assertions: ["accuracy"], accounts: [text("应付职工薪酬", "Payroll payable"), text("管理费用")], component: "control-activities", principle: 10, aspect: null,
    frequency: "monthly", effect: "detective", nature: "manual", systems: [], reports: [{ name: text("工资表"), check: text("合计数核对") }],
    review: { threshold: text("差异一千元"), followUp: text("查明原因") }, ownerPosition: "finance.clerk", performingPositions: ["finance.clerk"], department: "finance",
    evidenceKinds: ["review"], designTest: text("穿行一笔"),
    operatingTest: { population: text("当月工资表"), procedure: text("逐份检查"), attributes: [{ key: "A", text: text("是否签字？", "Signed?") }, { key: "B", text: text("是否按期？") }], exception: text("任一为否") },
    compensating: [], regulations: [], kinds: null, kindsReason: null, provenance: "composed", provenancePlace: "", ...changes,
  }
}

export function aChapter(points: PointContent[] = [aPoint("8.1.1.1"), aPoint("8.1.1.2", { compensating: ["8.1.1.1"] })]): Chapter {
  return {
    node: { code: "8.1", kind: "process", title: text("试用流程", "Trial process"), objective: text("目标"), kinds: ["coal", "gas"], kindsReason: text("电厂发生") },
    steps: [{ code: "8.1.1", title: text("复核"), department: "finance", position: "finance.clerk", documentsIn: [text("工资表", "Payroll")], documentsOut: [] }],
    points,
  }
}

/** A small handbook: one process with two points. */
export function aHandbook(changes: Partial<HandbookContent> = {}): HandbookContent {
  return {
    title: text("试用手册", "Trial handbook"),
    departments: [{ code: "finance", title: text("财务部", "Finance") }],
    positions: [{ code: "finance.clerk", department: "finance", title: text("会计", "Clerk") }],
    chapters: [aChapter()],
    ...changes,
  }
}

/** Puts bytes, or a handbook as a workbook, into a temporary file. */
export async function aFile(content: HandbookContent | Uint8Array, name = "handbook.xlsx"): Promise<string> {
  const place = path.join(await mkdtemp(path.join(tmpdir(), "keypoint-handbook-")), name)
  await writeFile(place, content instanceof Uint8Array ? content : await writeHandbook(content, "zh-CN"))
  return place
}
