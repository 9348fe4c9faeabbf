import { textIn, type Bilingual } from "@/lib/platform/i18n/text"
import type { Flow } from "./flowchart-boxes"

type Labels = { department: (code: string) => Bilingual; position: (code: string) => Bilingual }
type Step = {
  code: string; title: Bilingual; department: string; position: string; documentsIn: Bilingual[]; documentsOut: Bilingual[]
  points: { id: string; code: string; title: Bilingual }[]
}

/**
 * A process in the words of one language, its lanes in the order in which the work reaches them. A document that an earlier
 * step made names that step, so that no arrow runs across the whole drawing.
 */
export function flowOf(steps: Step[], labels: Labels, locale: string, noPosition: string): Flow {
  const madeBy = new Map<string, string>()
  const words = (text: Bilingual) => textIn(locale, text)
  const drawn = steps.map((step) => {
    const documentsIn = step.documentsIn.map((document) => [words(document), madeBy.get(document.zh)].filter(Boolean).join(" ←\u00A0"))
    for (const { zh } of step.documentsOut) if (!madeBy.has(zh)) madeBy.set(zh, step.code)
    return {
      code: step.code, title: words(step.title), department: step.department, position: step.position === "" ? noPosition : words(labels.position(step.position)),
      documentsIn, documentsOut: step.documentsOut.map(words), points: step.points.map(({ id, code, title }) => ({ id, code, title: words(title) })),
    }
  })
  return { lanes: [...new Set(steps.map(({ department }) => department))].map((code) => ({ code, title: words(labels.department(code)) })), steps: drawn }
}
