import type { Bilingual, NodeContent, PointContent, StepContent } from "@/lib/handbook/schema/content"
import { noEnglish } from "./pairs"
import type { Group } from "./vocabulary"

/** A row's cells by the names of its columns. */
export type Cells = Record<string, string | number | null>
/** The name of a fixed value, and of a department or position by its code. */
export type Name = (list: Group | "departments" | "positions", value: string) => string

export function elementCells(node: NodeContent, name: Name): Cells {
  return {
    code: node.code, kind: name("nodeKinds", node.kind), ...both("title", node.title), ...both("objective", node.objective),
    kinds: node.kinds.map((kind) => name("unitKinds", kind)).join("\n"), ...both("kindsReason", node.kindsReason),
  }
}

export function stepCells(step: StepContent, node: string, name: Name): Cells {
  return {
    code: step.code, node, ...both("title", step.title), department: name("departments", step.department), position: step.position ? name("positions", step.position) : null,
    ...many("documentsIn", step.documentsIn), ...many("documentsOut", step.documentsOut),
  }
}

export function pointCells(point: PointContent, node: string, name: Name): Cells {
  const { operatingTest: test } = point
  const joined = (group: Group, values: readonly string[]) => values.map((value) => name(group, value)).join("\n") || null
  return {
    code: point.code, node, step: point.step, aspect: point.aspect && name("aspects", point.aspect),
    ...both("title", point.title), ...both("description", point.description), ...both("objective", point.objective), ...both("risk", point.risk),
    assertions: joined("assertions", point.assertions), ...many("accounts", point.accounts),
    component: name("components", point.component), principle: point.principle, frequency: name("frequencies", point.frequency),
    effect: name("effects", point.effect), nature: name("natures", point.nature), ...many("systems", point.systems),
    ...many("reports", point.reports.map((report) => report.name)), ...many("reportChecks", point.reports.map((report) => report.check)),
    ...both("reviewThreshold", point.review?.threshold ?? null), ...both("reviewFollowUp", point.review?.followUp ?? null),
    department: name("departments", point.department), ownerPosition: name("positions", point.ownerPosition),
    performingPositions: point.performingPositions.map((position) => name("positions", position)).join("\n"),
    evidenceKinds: joined("evidenceKinds", point.evidenceKinds), ...both("designTest", point.designTest),
    ...both("population", test.population), ...both("procedure", test.procedure), ...both("exception", test.exception),
    ...many("attributes", test.attributes.map(({ text }) => text), (index) => `${test.attributes[index]?.key}: `),
    compensating: point.compensating.join("\n") || null, ...many("regulations", point.regulations),
    kinds: joined("unitKinds", point.kinds ?? []), ...both("kindsReason", point.kindsReason),
    provenance: name("provenance", point.provenance), provenancePlace: point.provenancePlace || null,
  }
}

function both(key: string, text: Bilingual | null): Cells {
  return { [`${key}Zh`]: text?.zh ?? null, [`${key}En`]: text?.en ?? null }
}

function many(key: string, texts: readonly Bilingual[], before: (index: number) => string = () => ""): Cells {
  const hasEnglish = texts.some(({ en }) => en)
  return {
    [`${key}Zh`]: texts.map(({ zh }, index) => before(index) + zh).join("\n") || null,
    [`${key}En`]: hasEnglish ? texts.map(({ en }, index) => before(index) + (en ?? noEnglish)).join("\n") : null,
  }
}
