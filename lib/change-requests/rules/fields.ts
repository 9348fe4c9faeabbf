import type { Bilingual, PointContent, StepContent } from "@/lib/handbook/schema/content"
import type { Frequency } from "@/lib/platform/periods"
import { change, refused, type Outcome } from "@/lib/platform/refusal"

/** What may be asked of a control point, and of a step. Texts come in two languages; the others are a code of a list. */
export const pointFields = ["title", "description", "objective", "risk", "frequency", "ownerPosition", "designTest", "procedure", "exception"] as const
export const stepFields = ["title", "position"] as const
export const changeFields = [...new Set([...pointFields, ...stepFields])]
export type ChangeField = (typeof pointFields)[number] | (typeof stepFields)[number]

/** A proposal or a present wording: a text, or the code of a frequency or position. */
export type Wording = Bilingual | { value: string }

type Known = { positions: readonly { code: string; department: string }[]; frequencies: readonly Frequency[] }

/** What stands in the point under this field. */
export function wordingOfPoint(point: PointContent, field: string): Wording | null {
  switch (field) {
    case "title": return point.title
    case "description": return point.description
    case "objective": return point.objective
    case "risk": return point.risk
    case "designTest": return point.designTest
    case "procedure": return point.operatingTest.procedure
    case "exception": return point.operatingTest.exception
    case "frequency": return { value: point.frequency }
    case "ownerPosition": return { value: point.ownerPosition }
    default: return null
  }
}

/** What stands in the step under this field. */
export function wordingOfStep(step: StepContent, field: string): Wording | null {
  if (field === "title") return step.title
  return field === "position" ? { value: step.position } : null
}

/** The point with the proposed wording in its field. A new owner position brings its department along. */
export function revisePoint(point: PointContent, field: string, wording: Wording, known: Known): Outcome<PointContent> {
  if ("value" in wording) return reviseCode(point, field, wording.value, known)
  if (field === "title" || field === "description" || field === "objective" || field === "risk" || field === "designTest") return change({ ...point, [field]: wording })
  if (field === "procedure" || field === "exception") return change({ ...point, operatingTest: { ...point.operatingTest, [field]: wording } })
  return wrong("field")
}

function reviseCode(point: PointContent, field: string, value: string, { positions, frequencies }: Known): Outcome<PointContent> {
  if (field === "frequency") {
    const frequency = frequencies.find((known) => known === value)
    return frequency ? change({ ...point, frequency }) : wrong("proposed")
  }
  if (field !== "ownerPosition") return wrong("field")
  const position = positions.find(({ code }) => code === value)
  return position ? change({ ...point, ownerPosition: position.code, department: position.department }) : wrong("proposed")
}

/** The step with the proposed wording in its field. */
export function reviseStep(step: StepContent, field: string, wording: Wording, { positions }: Pick<Known, "positions">): Outcome<StepContent> {
  if (field === "title" && !("value" in wording)) return change({ ...step, title: wording })
  if (field !== "position" || !("value" in wording)) return wrong("field")
  const position = positions.find(({ code }) => code === wording.value)
  return position ? change({ ...step, position: position.code, department: position.department }) : wrong("proposed")
}

/** Whether a proposal says what stands there already. */
export function same(one: Wording | null, other: Wording): boolean {
  if (one === null) return false
  if ("value" in one || "value" in other) return "value" in one && "value" in other && one.value === other.value
  return one.zh === other.zh && (other.en === null || one.en === other.en)
}

function wrong(path: "field" | "proposed") {
  return refused("invalid", "common.refusals.invalid", { errors: [{ path, message: `change-requests.errors.${path}` }] })
}
