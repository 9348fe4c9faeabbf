import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { texts } from "@/lib/handbook/schema/content"
import { namedEditionIn } from "./editions"
import { wordsIn } from "./kept"
import { labelsIn } from "./labels"
import { listedIn } from "./list"

/** One element or process of an edition (the one in force unless told): its steps and points; null where there is none. */
export async function nodePage(actor: Actor, code: string, asked?: string) {
  return asReader(actor, async ({ tx }) => {
    const edition = await namedEditionIn(tx, asked)
    const words = edition && (await wordsIn(tx, edition.id))
    const node = words?.nodes.find((one) => one.code === code)
    if (!edition || !words || !node) return null
    const { items } = await listedIn(tx, actor, words, { node: code, limit: 500 })
    return {
      edition, labels: labelsIn(words), points: items, code, kind: node.kind, kinds: node.kinds,
      title: { zh: node.titleZh, en: node.titleEn }, objective: { zh: node.objectiveZh, en: node.objectiveEn }, kindsReason: { zh: node.kindsReasonZh, en: node.kindsReasonEn },
      steps: node.steps.map((step) => ({
        code: step.code, title: { zh: step.titleZh, en: step.titleEn }, department: step.department, position: step.position,
        documentsIn: texts.parse(step.documentsIn), documentsOut: texts.parse(step.documentsOut), points: items.filter((point) => point.step === step.code),
      })),
    }
  })
}
export type NodePage = NonNullable<Awaited<ReturnType<typeof nodePage>>>
