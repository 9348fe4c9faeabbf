import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, rowsOf } from "@/lib/platform/at-once"
import { today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"
import type { Verdict } from "@/lib/platform/refusal"
import { closings, closingsOf } from "@/lib/units/queries/units"
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
type Group = { quarter: string; frequency: string; status: string; conclusion: string | null; count: number }

/** The assessments that the reader reaches, newest quarter first, with how many of their due papers are finished. */
export async function listAssessments(actor: Actor, filter: AssessmentFilter): Promise<{ items: ListedAssessment[]; next: string | null }> {
  return asReader(actor, (work) => assessmentsIn(work, filter))
}

/** The same within a page's own transaction. */
async function assessmentsIn({ tx, actor }: Work, filter: AssessmentFilter): Promise<{ items: ListedAssessment[]; next: string | null }> {
  const units = (actor.units ?? []).filter((unit) => !filter.unit || unit.id === filter.unit || unit.code === filter.unit)
  const which = [Prisma.sql`"unitId" = any (${units.map((unit) => unit.id)}::uuid[])`]
  if (filter.status) which.push(Prisma.sql`status = ${filter.status}`)
  if (filter.year) which.push(Prisma.sql`quarter like ${`${filter.year}-%`}`)
  if (filter.cursor) which.push(Prisma.sql`(quarter, id) < (select quarter, id from "Assessment" where id = ${filter.cursor}::uuid)`)
  const rows = await tx.$queryRaw<(Omit<Counted, "unit"> & { groups: Group[] })[]>`
    with listed as materialized (
      select id, "unitId", quarter, status, version from "Assessment" where ${Prisma.join(which, " and ")} order by quarter desc, id desc limit ${filter.limit + 1}
    ), groups as (
      select "assessmentId", json_agg(g) as groups from (
        select "assessmentId", quarter, frequency, status, conclusion, count(*)::int as count from "Test"
        where "assessmentId" in (select id from listed) group by 1, 2, 3, 4, 5) g
      group by 1)
    select a.*, coalesce(groups, '[]') as groups from listed a left join groups on groups."assessmentId" = a.id order by a.quarter desc, a.id desc`
  const shown = rows.slice(0, filter.limit)
  const code = new Map(units.map((unit) => [unit.id, unit.code]))
  const items = shown.map(({ groups, ...row }) => counted({ ...row, unit: code.get(row.unitId) ?? "" }, groups))
  return { items, next: rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null }
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
  return asReader(actor, (work) => overviewIn(work, asked))
}

async function overviewIn(work: Work, asked: number | undefined): Promise<YearOverview> {
  const { tx, now, actor } = work
  const current = quarterOf(today(now))
  const year = asked ?? Number(current.slice(0, 4))
  const found = await askAtOnce(tx, { closings: closings(), decided: rowsOf<{ unitId: string }>(Prisma.sql`select distinct "unitId" from "ApplicabilityOverride" where applicable and "withdrawnAt" is null`) })
  const closed = closingsOf(found.closings)
  const decided = new Set(found.decided.map(({ unitId }) => unitId))
  const { items } = await assessmentsIn(work, { year, limit: 200 })
  return {
    year,
    years: [year - 1, year, year + 1],
    quarter: current,
    // A region has points only where the company has decided so for it.
    units: (actor.units ?? []).filter((unit) => unit.kind !== "region" || decided.has(unit.id)).map(({ id, code, name }) => ({
      id, code, name, mayPlan: mayOpen(actor, { unitId: id }),
      ceased: ["Q1", "Q2", "Q3", "Q4"].filter((quarter) => hasCeased({ to: closed.get(id) ?? null }, quarterPeriod(`${year}-${quarter}`).start)),
      quarters: Object.fromEntries(items.filter((item) => item.unitId === id).map((item) => [item.quarter.slice(5), item])),
    })),
  }
}
