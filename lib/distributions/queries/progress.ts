import { daysToConfirm, type ListState, stateOf } from "@/lib/distributions/rules/lists"
import { latestPublishedIn } from "@/lib/handbook/queries/editions"
import type { Actor, Text } from "@/lib/platform/actor"
import { type Question, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { today, type Day } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { namesOf } from "@/lib/platform/names"
import { departmentsIn, unitOf } from "@/lib/units/queries/units"
import { listsIn } from "./lists"

export type Progress = { given: number; confirmed: number; overdue: number }
export type UnitProgress = Progress & { unitId: string }

/** How far each unit within reach has come with the edition published last; null while there is none. */
export async function progressOfUnits(actor: Actor): Promise<{ edition: { id: string; number: string }; units: UnitProgress[] } | null> {
  return asReader(actor, async ({ tx, now }) => {
    const edition = await latestPublishedIn(tx)
    return edition && { edition, units: await countsIn(tx, edition.id, today(now)) }
  })
}

async function countsIn(tx: Tx, editionId: string, day: Day): Promise<UnitProgress[]> {
  return tx.$queryRaw<UnitProgress[]>`
    select "unitId", count(*)::int as given, count("confirmedAt")::int as confirmed,
      count(*) filter (where "confirmedAt" is null and "dueOn" < ${day}::date)::int as overdue
    from "Distribution" where "editionId" = ${editionId}::uuid group by 1`
}

export type GivenList = { id: string; person: Text | null; departmentId: string | null; owned: number; known: number; dueOn: Day; state: ListState; confirmedAt: Date | null; late: boolean; remindedAt: Date | null }
export type DepartmentProgress = Progress & { id: string | null; name: Text | null }

/** One unit: its departments, and each list given out there, what is overdue first. Null for who does not reach it. */
export async function progressOf(actor: Actor, unitId: string) {
  return asReader(actor, async ({ tx, now }) => {
    const edition = await latestPublishedIn(tx)
    if (!edition || !(await unitOf(tx, unitId))) return null
    const rows = await listsIn(tx, { unitId, editionId: edition.id })
    const names = await namesOf(tx, rows.map(({ personId }) => personId))
    const lists: GivenList[] = rows.map(({ personId, owned, known, ...row }) => ({
      ...row, person: names.get(personId) ?? null, owned: owned.length, known: known.length, state: stateOf(row, today(now)),
      late: row.confirmedAt !== null && today(row.confirmedAt) > row.dueOn,
    }))
    const departments = (await departmentsIn(tx, unitId)).map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } }))
    return { edition, days: daysToConfirm, lists: lists.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state)), departments: byDepartment(lists, departments) }
  })
}

const order: ListState[] = ["overdue", "waiting", "confirmed"]

function byDepartment(lists: GivenList[], departments: { id: string; name: Text }[]): DepartmentProgress[] {
  const all: { id: string | null; name: Text | null }[] = [...departments, { id: null, name: null }]
  return all.flatMap((department) => {
    const own = lists.filter(({ departmentId }) => departmentId === department.id)
    const count = (state: ListState) => own.filter((list) => list.state === state).length
    return own.length === 0 ? [] : [{ ...department, given: own.length, confirmed: count("confirmed"), overdue: count("overdue") }]
  })
}

/** How many lists wait for the person's own confirmation, and the earliest last day among them. */
export function listsWaiting(personId: string | null): Question<{ lists: number; dueOn: Day | null }> {
  return valueOf(Prisma.sql`
    select json_build_object('lists', count(*), 'dueOn', min("dueOn")) from "Distribution"
    where "personId" = ${personId}::uuid and "confirmedAt" is null and "editionId" = (select id from "Edition" where status = 'published' limit 1)`)
}
