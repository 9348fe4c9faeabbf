import { wrap } from "./wrap"

/** A process as it is drawn, in the reader's words. */
export type FlowPoint = { id: string; code: string; title: string }
export type FlowStep = { code: string; title: string; department: string; position: string; documentsIn: string[]; documentsOut: string[]; points: FlowPoint[] }
export type Flow = { lanes: { code: string; title: string }[]; steps: FlowStep[] }

export type Look = "code" | "title" | "position" | "document" | "lane"
/** One line of text; `x` and `y` (its base line) count from the corner of what it stands in. */
export type Label = { x: number; y: number; text: string; look: Look }
/** A control point at its step. */
export type Mark = FlowPoint & { x: number; y: number; width: number; height: number }
export type Box = { width: number; height: number; labels: Label[]; marks: Mark[] }

/** Pixels. A mark is as high as a finger's target must be (WCAG 2.2, 2.5.8). */
export const sizes: Record<Look, number> = { code: 11, title: 13, position: 12, document: 12, lane: 13 }
const stepWidth = 214
const documentWidth = 176
const padding = 9
const mark = { width: 62, height: 24, gap: 5 }

/** A step: code, title, position, and its points as marks, three in a row. */
export function stepBox({ code, title, position, points }: FlowStep): Box {
  const labels: Label[] = [{ x: padding, y: padding + 10, text: code, look: "code" }]
  let y = padding + 14
  y = write(labels, wrap(title, stepWidth - 2 * padding, sizes.title, true), "title", y)
  y = write(labels, wrap(position, stepWidth - 2 * padding, sizes.position), "position", y)
  const marks = points.map((point, index): Mark => ({
    ...point, width: mark.width, height: mark.height,
    x: padding + (index % 3) * (mark.width + mark.gap), y: y + padding + Math.floor(index / 3) * (mark.height + mark.gap),
  }))
  const bottom = marks.reduce((lowest, one) => Math.max(lowest, one.y + one.height), y)
  return { width: stepWidth, height: bottom + padding, labels, marks }
}

/** Documents on one sheet, each on lines of its own; room is left below for the wave. */
export function documentBox(documents: string[]): Box {
  const labels: Label[] = []
  let y = padding - 3
  for (const document of documents) y = write(labels, wrap(document, documentWidth - 2 * padding, sizes.document), "document", y) + 3
  return { width: documentWidth, height: y + padding + 5, labels, marks: [] }
}

/** A lane's name over its lane. */
export function laneLabels(title: string, width: number): Label[] {
  const labels: Label[] = []
  write(labels, wrap(title, width - 2 * padding, sizes.lane, true), "lane", padding)
  return labels
}

// Writes lines below `y`; gives the y under the last.
function write(labels: Label[], lines: string[], look: Look, y: number): number {
  const height = sizes[look] + 5
  lines.forEach((text, index) => labels.push({ x: padding, y: y + (index + 1) * height - 4, text, look }))
  return y + lines.length * height
}
