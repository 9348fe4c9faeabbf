import { testsOfPointIn, type TestOfPoint } from "@/lib/assessments/queries/of-point"
import { deficienciesOfPointIn } from "@/lib/deficiencies/queries/of-point"
import type { ListedDeficiency } from "@/lib/deficiencies/queries/list"
import { evidenceOfPointIn, type EvidenceOfPoint } from "@/lib/evidence/queries/of-point"
import type { ReachedUnit } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { quarterOf, quartersBack, type Quarter } from "@/lib/platform/periods"

/** One unit's quarter of a point: its evidence by status, and its paper. */
export type LivedQuarter = { evidence: EvidenceOfPoint[]; test: TestOfPoint | null }
export type PointLife = { quarters: Quarter[]; units: { unit: ReachedUnit; lived: Map<Quarter, LivedQuarter> }[]; deficiencies: ListedDeficiency[] }

const shownQuarters = 4

/** What became of a point in the last four quarters, in every unit that the reader reaches and where there is anything; and its deficiencies, of all times. */
export async function pointLifeIn({ tx, now, actor }: Work, pointId: string): Promise<PointLife> {
  const day = today(now)
  const quarters = quartersBack(quarterOf(day), shownQuarters).toSorted()
  const evidence = await evidenceOfPointIn(tx, { pointId, quarters, day })
  const tests = await testsOfPointIn(tx, { pointId, quarters })
  const units = (actor.units ?? []).map((unit) => ({
    unit,
    lived: new Map(quarters.map((quarter): [Quarter, LivedQuarter] => [quarter, {
      evidence: evidence.filter((one) => one.unitId === unit.id && one.quarter === quarter),
      test: tests.find((one) => one.unitId === unit.id && one.quarter === quarter) ?? null,
    }])),
  }))
  return {
    quarters,
    units: units.filter(({ lived }) => [...lived.values()].some((one) => one.evidence.length > 0 || one.test !== null)),
    deficiencies: await deficienciesOfPointIn(tx, pointId, day),
  }
}
