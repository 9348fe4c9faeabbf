import type { ElkNode } from "elkjs"
import { laneLabels, type Box, type Flow, type Label } from "./flowchart-boxes"
import { border, graphOf, placedShapes } from "./flowchart-graph"

export type Dot = { x: number; y: number }
export type Shape = Box & Dot & { key: string; kind: "step" | "document"; lane: string }
export type Lane = { code: string; x: number; width: number; labels: Label[] }
export type Arrow = { key: string; kind: "step" | "document"; dots: Dot[] }
/** A piece of the drawing between two heights, for one sheet of paper; nothing is cut at its edges but arrows and lanes. */
export type Band = { y: number; height: number }
/** A process drawn, in pixels; the lanes' names stand above, `head` high. */
export type Flowchart = { width: number; height: number; head: number; lanes: Lane[]; shapes: Shape[]; arrows: Arrow[]; bands: Band[] }

/** Draws a process with the places that the layout library found for its graph. */
export async function drawn(flow: Flow, layOut: (graph: ElkNode) => Promise<ElkNode>): Promise<Flowchart> {
  const { children = [], edges = [], height = 0 } = await layOut(graphOf(flow))
  const found = new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
  const at = (id: string): Dot => found.get(id) ?? { x: 0, y: 0 }
  const lines = [...flow.lanes, null].map((_, lane) => at(border(lane, 0)).x + 1)
  const left = lines[0] ?? 0
  const lanes = flow.lanes.map(({ code, title }, index): Lane => {
    const [from, to] = [lines[index] ?? left, lines[index + 1] ?? left]
    return { code, x: from - left, width: to - from, labels: laneLabels(title, to - from) }
  })
  const head = Math.max(0, ...lanes.flatMap(({ labels }) => labels.map(({ y }) => y))) + 12
  const move = ({ x, y }: Dot): Dot => ({ x: x - left, y: y + head + 14 })
  const shapes = placedShapes(flow).map(({ key, kind, lane, box }): Shape => ({ ...box, ...move(at(key)), key, kind, lane: flow.lanes[lane]?.code ?? "" }))
  const arrows = edges.filter(({ id }) => !id.startsWith("border ")).map((edge): Arrow => ({
    key: edge.id, kind: [...edge.sources, ...edge.targets].every((end) => end.startsWith("step ")) ? "step" : "document",
    dots: (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint].map(move)),
  }))
  const size = { width: (lines.at(-1) ?? left) - left, height: height + head + 14 }
  return { ...size, head, lanes, shapes, arrows, bands: bandsOf(shapes, { ...size, head }) }
}

// An A4 sheet lying on its side, within its margins; the first also carries the page's title. Narrow drawings are not blown up.
const sheet = { least: 1_000, ratio: 0.65, first: 0.54 }

/** Pieces that fit on sheets of paper, cut between shapes. */
function bandsOf(shapes: Shape[], { width, height, head }: { width: number; height: number; head: number }): Band[] {
  const room = (ratio: number) => Math.max(width, sheet.least) * ratio - head
  const cuts = cutsOf(shapes, head, height)
  const bands: Band[] = []
  let from = head
  while (from < height) {
    const most = from + room(bands.length === 0 ? sheet.first : sheet.ratio)
    const to = cuts.findLast((cut) => cut > from && cut <= most) ?? cuts.find((cut) => cut > from) ?? height
    bands.push({ y: from, height: to - from })
    from = to
  }
  return bands
}

// Heights that no shape crosses.
function cutsOf(shapes: Shape[], head: number, height: number): number[] {
  const bottoms = shapes.map((shape) => shape.y + shape.height).toSorted((one, other) => one - other)
  const cuts = bottoms.map((bottom) => bottom + 7).filter((cut) => cut > head && shapes.every(({ y, height: high }) => cut <= y - 5 || cut >= y + high + 5))
  return [...cuts.filter((cut) => cut < height - 20), height]
}
