import type { PointContent, Position } from "@/lib/handbook/schema/content"
import type { RevisePoint } from "@/lib/handbook/schema/revise"

/** A point with what the form said; what the form does not hold stays. The department follows the owner's position. */
export function revised(content: PointContent, input: RevisePoint, owner: Pick<Position, "code" | "department">): PointContent {
  return {
    ...content,
    title: { zh: input.title, en: input.titleEn }, description: { zh: input.description, en: input.descriptionEn },
    objective: { zh: input.objective, en: input.objectiveEn }, risk: { zh: input.risk, en: input.riskEn },
    frequency: input.frequency, nature: input.nature, effect: input.effect,
    ownerPosition: owner.code, department: owner.code === content.ownerPosition ? content.department : owner.department,
    designTest: { zh: input.designTest, en: input.designTestEn },
    operatingTest: {
      ...content.operatingTest, population: { zh: input.population, en: input.populationEn }, procedure: { zh: input.procedure, en: input.procedureEn },
      exception: { zh: input.exception, en: input.exceptionEn },
    },
  }
}
