import { readTests, type TestOfPoint, testsOfPoint } from "@/lib/assessments/queries/of-point"
import { deficienciesOfPoint, type ListedDeficiency, readDeficienciesIn } from "@/lib/deficiencies/queries/list"
import { evidenceOfPoint, type EvidenceOfPoint } from "@/lib/evidence/queries/of-point"
import type { ReachedUnit } from "@/lib/platform/actor"
import { type Answers, askAtOnce } from "@/lib/platform/at-once"
import { type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { quarterOf, quartersBack, type Quarter } from "@/lib/platform/periods"

/** One unit's quarter of a point: its evidence by status, and its paper. */
export type LivedQuarter = { evidence: EvidenceOfPoint[]; test: TestOfPoint | null }
export type PointLife = { quarters: Quarter[]; units: { unit: ReachedUnit; lived: Map<Quarter, LivedQuarter> }[]; deficiencies: ListedDeficiency[] }

const shownQuarters = 4

/** What became of a point in the last four quarters, in every unit that the reader reaches and where there is anything; and its deficiencies, of all times. */
export async function pointLifeIn(work: Work, pointId: string): Promise<PointLife> {
  return readLifeIn(work, await askAtOnce(work.tx, lifeAsked(pointId, today(work.now))))
}

/** The same beside other questions, to be read by `readLifeIn`. */
export function lifeAsked(pointId: string, day: Day) {
  const quarters = quartersOf(day)
  return { evidence: evidenceOfPoint({ pointId, quarters, day }), tests: testsOfPoint({ pointId, quarters }), deficiencies: deficienciesOfPoint(pointId) }
}

export async function readLifeIn({ tx, now, actor }: Work, told: Answers<ReturnType<typeof lifeAsked>>): Promise<PointLife> {
  const [quarters, tests] = [quartersOf(today(now)), readTests(told.tests)]
  const units = (actor.units ?? []).map((unit) => ({
    unit,
    lived: new Map(quarters.map((quarter): [Quarter, LivedQuarter] => [quarter, {
      evidence: told.evidence.filter((one) => one.unitId === unit.id && one.quarter === quarter),
      test: tests.find((one) => one.unitId === unit.id && one.quarter === quarter) ?? null,
    }])),
  }))
  return {
    quarters,
    units: units.filter(({ lived }) => [...lived.values()].some((one) => one.evidence.length > 0 || one.test !== null)),
    deficiencies: await readDeficienciesIn(tx, told.deficiencies, today(now)),
  }
}

function quartersOf(day: Day): Quarter[] {
  return quartersBack(quarterOf(day), shownQuarters).toSorted()
}
