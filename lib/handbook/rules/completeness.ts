import type { FieldError } from "@/lib/platform/refusal"
import type { Chapter, HandbookContent } from "@/lib/handbook/schema/content"
import { aspects } from "@/lib/handbook/schema/values"

/** From this many points on, a soft element covers all six aspects (domain.md § 1). */
const allAspectsFrom = 6

/** What keeps an edition from being published: a list, each with the code that it is about (domain.md § 1). */
export function faultsOf({ chapters }: HandbookContent): FieldError[] {
  return chapters.flatMap((chapter) => [...emptiness(chapter), ...missingAspects(chapter), ...stepsWithoutPosition(chapter), ...pointsWithoutProcedure(chapter)])
}

function emptiness({ node, points }: Chapter): FieldError[] {
  return points.length === 0 ? [fault("nodeEmpty", node.code)] : []
}

function missingAspects({ node, points }: Chapter): FieldError[] {
  if (node.kind !== "soft-element" || points.length < allAspectsFrom) return []
  const there = new Set(points.map(({ aspect }) => aspect))
  return aspects.filter((aspect) => !there.has(aspect)).map((aspect) => fault("aspectMissing", node.code, { aspect }))
}

function stepsWithoutPosition({ steps }: Chapter): FieldError[] {
  return steps.filter(({ position }) => position === "").map(({ code }) => fault("positionMissing", code))
}

function pointsWithoutProcedure({ points }: Chapter): FieldError[] {
  const lacks = points.filter(({ operatingTest: { population, procedure, attributes, exception } }) => !population || !procedure || !exception || attributes.length === 0)
  return lacks.map(({ code }) => fault("procedureMissing", code))
}

function fault(key: string, code: string, params: Record<string, string> = {}): FieldError {
  return { path: code, message: `handbook.errors.${key}`, params: { code, ...params } }
}
