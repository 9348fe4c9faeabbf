import type { TableRow } from "@/lib/platform/workbook/table"
import type { NodeContent, PointContent } from "@/lib/handbook/schema/content"
import type { pointColumns } from "./columns"
import type { Known } from "./known"
import { attributes, mayPair, pair, pairList } from "./pairs"
import { checkPlace, checkPoint } from "./point-checks"
import type { Say } from "./problem"
import type { PlacedStep } from "./steps"

export type PlacedPoint = PointContent & { node: string }
export type PointRow = TableRow<typeof pointColumns>
export type Around = { nodes: readonly NodeContent[]; steps: readonly PlacedStep[]; known: Known; say: Say; /** No row was left out, so that a code that is not there is unknown. */ allRead: boolean }

/** The control points in the order of their rows, with what each names looked up. */
export function pointsFrom(rows: readonly PointRow[], around: Around): PlacedPoint[] {
  const codes = around.allRead ? new Set(rows.map(({ values }) => values.code)) : null
  return rows.map((row) => {
    checkPlace(row, around)
    checkPoint(row, codes, around.say)
    return pointFrom(row, around)
  })
}

function pointFrom({ values, cells }: PointRow, { known, say }: Around): PlacedPoint {
  const { code, node, step, aspect, component, principle, frequency, effect, nature, evidenceKinds, provenance } = values
  return {
    code, node, step,
    title: pair(values.titleZh, values.titleEn),
    description: pair(values.descriptionZh, values.descriptionEn),
    objective: pair(values.objectiveZh, values.objectiveEn),
    risk: pair(values.riskZh, values.riskEn),
    assertions: values.assertions ?? [],
    accounts: pairList(values.accountsZh, values.accountsEn, say, cells.accountsEn),
    component, principle, aspect, frequency, effect, nature,
    systems: pairList(values.systemsZh, values.systemsEn, say, cells.systemsEn),
    reports: reportsFrom(values, cells, say),
    review: reviewFrom(values, cells, say),
    ownerPosition: known.position(values.ownerPosition, say, cells.ownerPosition),
    performingPositions: values.performingPositions.map((name) => known.position(name, say, cells.performingPositions)),
    department: known.department(values.department, say, cells.department),
    evidenceKinds,
    designTest: pair(values.designTestZh, values.designTestEn),
    operatingTest: {
      population: mayPair(values.populationZh, values.populationEn, say, cells.populationEn),
      procedure: mayPair(values.procedureZh, values.procedureEn, say, cells.procedureEn),
      attributes: attributes(values.attributesZh, values.attributesEn, say, { zh: cells.attributesZh, en: cells.attributesEn }),
      exception: mayPair(values.exceptionZh, values.exceptionEn, say, cells.exceptionEn),
    },
    compensating: values.compensating ?? [],
    regulations: pairList(values.regulationsZh, values.regulationsEn, say, cells.regulationsEn),
    kinds: values.kinds,
    kindsReason: mayPair(values.kindsReasonZh, values.kindsReasonEn, say, cells.kindsReasonEn),
    provenance,
    provenancePlace: values.provenancePlace ?? "",
  }
}

function reportsFrom(values: PointRow["values"], cells: PointRow["cells"], say: Say): PointContent["reports"] {
  const names = pairList(values.reportsZh, values.reportsEn, say, cells.reportsEn)
  const checks = pairList(values.reportChecksZh, values.reportChecksEn, say, cells.reportChecksEn)
  if (names.length !== checks.length) say("report-checks", cells.reportChecksZh, { zh: names.length, en: checks.length })
  return names.flatMap((name, index) => {
    const check = checks[index]
    return check ? [{ name, check }] : []
  })
}

function reviewFrom(values: PointRow["values"], cells: PointRow["cells"], say: Say): PointContent["review"] {
  const threshold = mayPair(values.reviewThresholdZh, values.reviewThresholdEn, say, cells.reviewThresholdEn)
  const followUp = mayPair(values.reviewFollowUpZh, values.reviewFollowUpEn, say, cells.reviewFollowUpEn)
  return threshold && followUp ? { threshold, followUp } : null
}
