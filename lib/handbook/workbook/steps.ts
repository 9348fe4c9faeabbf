import type { TableRow } from "@/lib/platform/workbook/table"
import type { NodeContent, StepContent } from "@/lib/handbook/schema/content"
import type { stepColumns } from "./columns"
import type { Known } from "./known"
import { pair, pairList } from "./pairs"
import type { Say } from "./problem"

export type PlacedStep = StepContent & { node: string }

/** A process's steps in the order of their rows. A step without a position is kept; publishing asks for it. */
export function stepsFrom(rows: readonly TableRow<typeof stepColumns>[], around: { nodes: readonly NodeContent[]; known: Known; say: Say }): PlacedStep[] {
  const { nodes, known, say } = around
  return rows.map(({ values, cells }) => {
    const node = nodes.find(({ code }) => code === values.node)
    if (!node) say("unknown-node", cells.node, { value: values.node })
    if (node?.kind === "soft-element") say("step-in-element", cells.node)
    return {
      node: values.node,
      code: values.code,
      title: pair(values.titleZh, values.titleEn),
      department: known.department(values.department, say, cells.department),
      position: values.position ? known.position(values.position, say, cells.position) : "",
      documentsIn: pairList(values.documentsInZh, values.documentsInEn, say, cells.documentsInEn),
      documentsOut: pairList(values.documentsOutZh, values.documentsOutEn, say, cells.documentsOutEn),
    }
  })
}
