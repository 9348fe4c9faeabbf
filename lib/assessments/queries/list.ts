import type { Actor, Text } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"
import type { Verdict } from "@/lib/platform/refusal"
import { closingsIn } from "@/lib/units/queries/units"
import { hasCeased } from "@/lib/units/rules"
import { mayOpen } from "../policy"
import { isFinished, standingOf } from "../rules/standing"
import type { AssessmentFilter } from "../schema"

export type ListedAssessment = {
  id: string
  unitId: string
  unit: string
  quarter: string
  status: string
  version: number
  applicable: number
  due: number
  finished: number
}

type Counted = { id: string; unitId: string; unit: string; quarter: string; status: string; version: number }
type Group = { assessmentId: string; quarter: string; frequency: string; status: string; conclusion: string | null; count: number }

/** The assessments that the reader reaches, newest quarter first, with how many of their due papers are finished. */
export async function listAssessments(actor: Actor, filter: AssessmentFilter): Promise<{ items: ListedAssessment[]; next: string | null }> {
  return asReader(actor, async ({ tx }) => {
    const units = (actor.units ?? []).filter((unit) => !filter.unit || unit.id === filter.unit || unit.code === filter.unit)
    const rows = await tx.assessment.findMany({
      where: { unitId: { in: units.map((unit) => unit.id) }, status: filter.status, quarter: filter.year ? { startsWith: `${filter.year}-` } : undefined },
      orderBy: [{ quarter: "desc" }, { id: "desc" }],
      ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
      take: filter.limit + 1,
      select: { id: true, unitId: true, quarter: true, status: true, version: true },
    })
    const shown = rows.slice(0, filter.limit)
    const groups = await tx.$queryRaw<Group[]>`
      select "assessmentId", quarter, frequency, status, conclusion, count(*)::int as count from "Test"
      where "assessmentId" = any (${shown.map((row) => row.id)}::uuid[]) group by 1, 2, 3, 4, 5`
    const code = new Map(units.map((unit) => [unit.id, unit.code]))
    const items = shown.map((row) => counted({ ...row, unit: code.get(row.unitId) ?? "" }, groups.filter((group) => group.assessmentId === row.id)))
    return { items, next: rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null }
  })
}

function counted(row: Counted, groups: readonly Group[]): ListedAssessment {
  const sum = (some: readonly Group[]) => some.reduce((total, group) => total + group.count, 0)
  const due = groups.filter((group) => standingOf(group) !== "not-due")
  return { ...row, applicable: sum(groups), due: sum(due), finished: sum(due.filter(isFinished)) }
}

export type YearOverview = {
  year: number
  years: number[]
  quarter: string
  units: { id: string; code: string; name: Text; mayPlan: Verdict; quarters: Record<string, ListedAssessment | undefined>; /** Those before which it closed: none is run. */ ceased: string[] }[]
}

/** Units by quarters of a year, with what can be planned. */
export async function yearOverview(actor: Actor, asked?: number): Promise<YearOverview> {
  const { now, decided, closings } = await asReader(actor, async ({ tx, now: at }) => ({
    now: at, closings: await closingsIn(tx), decided: new Set((await tx.applicabilityOverride.findMany({ where: { applicable: true, withdrawnAt: null }, distinct: ["unitId"], select: { unitId: true } })).map(({ unitId }) => unitId)),
  }))
  const current = quarterOf(today(now))
  const year = asked ?? Number(current.slice(0, 4))
  const { items } = await listAssessments(actor, { year, limit: 200 })
  return {
    year,
    years: [year - 1, year, year + 1],
    quarter: current,
    // A region has points only where the company has decided so for it.
    units: (actor.units ?? []).filter((unit) => unit.kind !== "region" || decided.has(unit.id)).map(({ id, code, name }) => ({
      id, code, name, mayPlan: mayOpen(actor, { unitId: id }),
      ceased: ["Q1", "Q2", "Q3", "Q4"].filter((quarter) => hasCeased({ to: closings.get(id) ?? null }, quarterPeriod(`${year}-${quarter}`).start)),
      quarters: Object.fromEntries(items.filter((item) => item.unitId === id).map((item) => [item.quarter.slice(5), item])),
    })),
  }
}
