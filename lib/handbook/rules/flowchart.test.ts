import { globSync, readFileSync } from "node:fs"
import ELK from "elkjs/lib/elk.bundled.js"
import { describe, expect, test } from "vitest"
import { chapter, department, position } from "@/lib/handbook/schema/content"
import { flowOf } from "./flow"
import { drawn, type Flowchart, type Shape } from "./flowchart"
import { widthOf } from "./wrap"

const folder = "prisma/handbook"
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))
const lists = new Map(Object.entries(read("positions.json") ?? {}))
const titles = new Map([...department.array().parse(lists.get("departments")), ...position.array().parse(lists.get("positions"))].map(({ code, title }) => [code, title]))
const named = (code: string) => titles.get(code) ?? { zh: code, en: code }
const processes = globSync("3.*.json", { cwd: folder }).map((name) => chapter.parse(read(name))).filter(({ steps }) => steps.length > 0)
const elk = new ELK()

test("all 21 processes of the catalogue have steps to draw", () => {
  expect(processes).toHaveLength(21)
})

describe.each(["zh-CN", "zh-TW", "en"])("in %s", (locale) => {
  test.each(processes.map((one) => [one.node.code, one] as const))("%s: shapes apart and in their lanes, every point once", async (_, { steps, points }) => {
    const carried = steps.map((step) => ({ ...step, points: points.filter((point) => point.step === step.code).map(({ code, title }) => ({ id: code, code, title })) }))
    const chart = await drawn(flowOf(carried, { department: named, position: named }, locale, "—"), (graph) => elk.layout(graph))
    expect(overlapping(chart.shapes)).toEqual([])
    expect(outsideLane(chart)).toEqual([])
    expect(chart.shapes.flatMap(({ marks }) => marks.map(({ code }) => code)).toSorted()).toEqual(points.map(({ code }) => code).toSorted())
    expect(chart.shapes.filter(({ kind }) => kind === "step").map(({ key }) => key)).toEqual(steps.map(({ code }) => `step ${code}`))
    expect(spilling(chart)).toEqual([])
    expect(chart.arrows.filter(({ kind }) => kind === "step")).toHaveLength(steps.length - 1)
    expect(crossed(chart)).toEqual([])
    expect(chart.bands.reduce((sum, { height }) => sum + height, chart.head)).toBeCloseTo(chart.height)
    expect(cutShapes(chart)).toEqual([])
  })
})

function overlapping(shapes: Shape[]): string[] {
  const apart = (one: Shape, other: Shape) => one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y
  return shapes.flatMap((one, index) => shapes.slice(index + 1).filter((other) => !apart(one, other)).map((other) => `${one.key} × ${other.key}`))
}

function outsideLane({ shapes, lanes, head }: Flowchart): string[] {
  return shapes.filter((shape) => {
    const lane = lanes.find(({ code }) => code === shape.lane)
    return !lane || shape.x < lane.x || shape.x + shape.width > lane.x + lane.width || shape.y < head
  }).map(({ key }) => key)
}

/** Texts and marks that stand out of their shape, or lie on one another. */
function spilling({ shapes, lanes }: Flowchart): string[] {
  const boxes = shapes.flatMap(({ key, width, height, labels, marks }) => [
    ...labels.filter(({ x, y, text, look }) => x + widthOf(text, look === "title" ? 13 : 12, look === "title") > width || y > height).map(({ text }) => `${key}: ${text}`),
    ...marks.filter((mark) => mark.x + mark.width > width || mark.y + mark.height > height || widthOf(mark.code, 11) > mark.width || labels.some(({ y }) => y > mark.y)).map(({ code }) => code),
  ])
  return [...boxes, ...lanes.flatMap(({ width, labels }) => labels.filter(({ x, text }) => x + widthOf(text, 13, true) > width).map(({ text }) => text))]
}

/** Arrows that run through a shape. */
function crossed({ arrows, shapes }: Flowchart): string[] {
  return arrows.flatMap(({ key, dots }) => dots.slice(1).flatMap((end, index) => {
    const from = dots[index] ?? end
    const [left, right, top, bottom] = [Math.min(from.x, end.x), Math.max(from.x, end.x), Math.min(from.y, end.y), Math.max(from.y, end.y)]
    return shapes.filter(({ x, y, width, height }) => left < x + width - 1 && right > x + 1 && top < y + height - 1 && bottom > y + 1).map((shape) => `${key} through ${shape.key}`)
  }))
}

function cutShapes({ bands, shapes }: Flowchart): string[] {
  return bands.flatMap(({ y }) => shapes.filter((shape) => shape.y < y && shape.y + shape.height > y).map(({ key }) => key))
}
