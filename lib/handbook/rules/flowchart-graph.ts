import type { ElkExtendedEdge, ElkNode } from "elkjs"
import { documentBox, stepBox, type Box, type Flow } from "./flowchart-boxes"

/** What the layout library is asked: a node for each shape, and the borders between the lanes (docs/decisions/009). */
export type Placed = { key: string; kind: "step" | "document"; lane: number; row: number; box: Box }

const rowHeight = 10_000
const laneWidth = 10_000

/** The shapes of a process. Each step has a row of its own; documents in stand in the row before, documents out in the row after. */
export function placedShapes({ lanes, steps }: Flow): Placed[] {
  return steps.flatMap((step, index): Placed[] => {
    const lane = lanes.findIndex(({ code }) => code === step.department)
    const sheet = (key: string, documents: string[], row: number): Placed[] =>
      documents.length === 0 ? [] : [{ key: `${key} ${step.code}`, kind: "document", lane, row, box: documentBox(documents) }]
    return [
      ...sheet("in", step.documentsIn, 2 * index),
      { key: `step ${step.code}`, kind: "step", lane, row: 2 * index + 1, box: stepBox(step) },
      ...sheet("out", step.documentsOut, 2 * index + 2),
    ]
  })
}

/**
 * The graph. A layered layout knows no lanes across its direction; so each border between lanes is a chain with a node in every
 * row, which the layout must draw straight. Given places say only in which row and in which order; how far apart is the layout's.
 */
export function graphOf(flow: Flow): ElkNode {
  const shapes = placedShapes(flow)
  const rows = flow.steps.length * 2 + 1
  const nodes = shapes.map(({ key, lane, row, box }): ElkNode => ({
    id: key, width: box.width, height: box.height, y: row * rowHeight, x: lane * laneWidth + 1_000 + (key.startsWith("in ") ? 3_000 : key.startsWith("out ") ? 0 : 1_500),
  }))
  const borders = [...flow.lanes, null].flatMap((_, lane) => Array.from({ length: rows }, (__, row): ElkNode => ({ id: border(lane, row), width: 2, height: 2, x: lane * laneWidth, y: row * rowHeight })))
  return { id: "process", layoutOptions: options, children: [...nodes, ...borders].toSorted((one, other) => (one.y ?? 0) - (other.y ?? 0) || (one.x ?? 0) - (other.x ?? 0)), edges: [...arrowsOf(flow, shapes), ...bordersOf(flow, rows)] }
}

/** A border's place in a row, by the number of the lane to its right. */
export function border(lane: number, row: number): string {
  return `border ${lane} ${row}`
}

function arrowsOf({ steps }: Flow, shapes: Placed[]): ElkExtendedEdge[] {
  const keys = new Set(shapes.map(({ key }) => key))
  return steps.flatMap(({ code }, index) => {
    const next = steps[index + 1]?.code
    const wanted: [string, string, string][] = [[`in ${code}`, `step ${code}`, "3"], [`step ${code}`, `out ${code}`, "3"], [`step ${code}`, `step ${next}`, "5"]]
    return wanted.filter(([from, to]) => keys.has(from) && keys.has(to)).map(([from, to, straightness]) => edge(from, to, straightness))
  })
}

function bordersOf({ lanes }: Flow, rows: number): ElkExtendedEdge[] {
  return [...lanes, null].flatMap((_, lane) => Array.from({ length: rows - 1 }, (__, row) => edge(border(lane, row), border(lane, row + 1), "1000")))
}

function edge(from: string, to: string, straightness: string): ElkExtendedEdge {
  return { id: `${from} > ${to}`, sources: [from], targets: [to], layoutOptions: { "elk.layered.priority.straightness": straightness } }
}

const options = {
  "elk.algorithm": "layered", "elk.direction": "DOWN", "elk.edgeRouting": "ORTHOGONAL", "elk.separateConnectedComponents": "false", "elk.padding": "[top=0,left=0,bottom=12,right=0]",
  "elk.layered.layering.strategy": "INTERACTIVE", "elk.layered.cycleBreaking.strategy": "INTERACTIVE", "elk.layered.crossingMinimization.strategy": "INTERACTIVE",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX", "elk.spacing.nodeNode": "14", "elk.spacing.edgeNode": "12", "elk.spacing.edgeEdge": "10",
  "elk.layered.spacing.nodeNodeBetweenLayers": "26", "elk.layered.spacing.edgeNodeBetweenLayers": "13", "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
}
