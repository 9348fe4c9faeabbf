import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { pointContent, text, type Chapter, type HandbookContent, type PointContent } from "../../lib/handbook/schema/content"

const archived = z.object({
  title: text,
  whole: z.array(z.string()),
  firstOfEachStep: z.array(z.string()),
  older: z.array(pointContent.pick({ code: true, title: true, description: true, frequency: true }).partial().required({ code: true })),
  dropped: z.array(pointContent),
})

/**
 * The first edition as an archived sample, from the present catalogue: 8 of the 16 elements and 9 processes (source 01
 * names the eight elements that came with the second edition; which nine processes there were is ours), some points
 * still worded as they were, one that the second edition dropped.
 */
export function readArchived(root: string, catalogue: HandbookContent): HandbookContent {
  const said = archived.parse(JSON.parse(readFileSync(path.join(root, "prisma", "demo", "first-edition.json"), "utf8")))
  const older = new Map(said.older.map((point) => [point.code, point]))
  const kept = catalogue.chapters.filter(({ node }) => [...said.whole, ...said.firstOfEachStep].includes(node.code))
  const chapters = kept.map((chapter): Chapter => {
    const points = said.whole.includes(chapter.node.code) ? chapter.points : firstOfEachStep(chapter.points)
    const dropped = said.dropped.filter(({ step }) => chapter.steps.some(({ code }) => code === step))
    return { ...chapter, points: ordered([...points.map((point) => ({ ...point, ...older.get(point.code) })), ...dropped]) }
  })
  return { ...catalogue, title: said.title, chapters: withoutStrangers(chapters) }
}

function firstOfEachStep(points: PointContent[]): PointContent[] {
  return points.filter((point, at) => points.findIndex(({ step }) => step === point.step) === at)
}

function ordered(points: PointContent[]): PointContent[] {
  return points.toSorted((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }))
}

// A point may lean only on points of its own edition.
function withoutStrangers(chapters: Chapter[]): Chapter[] {
  const codes = new Set(chapters.flatMap(({ points }) => points.map(({ code }) => code)))
  return chapters.map((chapter) => ({ ...chapter, points: chapter.points.map((point) => ({ ...point, compensating: point.compensating.filter((code) => codes.has(code)) })) }))
}
