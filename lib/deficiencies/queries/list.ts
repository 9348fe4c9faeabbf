import { type Age, ageOf, ages, ended, isOpen, isOverdue, reconcile, type Reconciliation, type Status } from "@/lib/deficiencies/rules/standing"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { titlesOf } from "@/lib/deficiencies/rules/titles"
import type { DeficiencyFilter } from "@/lib/deficiencies/schema/filter"
import { type Grade, gradeSchema, type Kind, kinds } from "@/lib/deficiencies/schema/values"
import { headingsIn } from "@/lib/handbook/queries/headings"
import type { Actor, Text } from "@/lib/platform/actor"
import { type Question, rowsOf, type Told, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { readState } from "@/lib/platform/lifecycle"
import { nameOf, namesOf } from "@/lib/platform/names"
import { conditionsOf, scopeOf } from "./conditions"

const select = {
  id: true, unitId: true, number: true, quarter: true, kind: true, source: true, testId: true, pointId: true, pointVersionId: true, pointCode: true, nodeCode: true, title: true,
  status: true, grade: true, ownerPersonId: true, planDueOn: true, registeredAt: true, closedAt: true, version: true,
} as const
type Row = Prisma.DeficiencyGetPayload<{ select: typeof select }>
type ToldRow = Told<Row> & { name: Text | null }

export type ListedDeficiency = {
  id: string
  unitId: string
  number: string
  quarter: string
  kind: Kind
  source: string
  testId: string | null
  pointId: string
  pointCode: string
  node: string
  title: string
  /** The same in both languages, where it is the control point's own title. */
  titles: Text
  status: Status
  grade: Grade | null
  owner: { id: string; name: Text } | null
  planDueOn: Day | null
  overdue: boolean
  registeredOn: Day
  closedOn: Day | null
  version: number
}
export type DeficiencyList = { items: ListedDeficiency[]; next: string | null; total: number }
export type Ageing = Record<Age, number>

const orders: Record<NonNullable<DeficiencyFilter["sort"]>, Prisma.DeficiencyOrderByWithRelationInput[]> = {
  number: [{ year: "asc" }, { number: "asc" }, { id: "asc" }],
  "-number": [{ year: "desc" }, { number: "desc" }, { id: "asc" }],
  due: [{ planDueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  "-due": [{ planDueOn: { sort: "desc", nulls: "last" } }, { id: "asc" }],
  registered: [{ registeredAt: "asc" }, { id: "asc" }],
  "-registered": [{ registeredAt: "desc" }, { id: "desc" }],
}

/** Deficiencies of the units that the reader reaches, newest first unless sorted otherwise. */
export async function listDeficiencies(actor: Actor, filter: DeficiencyFilter): Promise<DeficiencyList> {
  return asReader(actor, ({ tx, now }) => listIn(tx, actor, filter, today(now)))
}

/** The list with its reconciliation and ageing, for the page. */
export async function deficiencyBoard(actor: Actor, filter: DeficiencyFilter): Promise<DeficiencyList & { reconciliation: Reconciliation; ageing: Ageing; overdue: number }> {
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const rows = await standingsIn(tx, scopeOf(actor, filter))
    return { ...(await listIn(tx, actor, filter, day)), ...countsOf(rows, day) }
  })
}

/** How many open ones a person owns: those that the list shows for `owner=me&status=open`. */
export function openOwned(personId: string | null): Question<number> {
  return valueOf(Prisma.sql`select count(*) from "Deficiency" where "ownerPersonId" = ${personId}::uuid and status <> all (${[...ended]}::text[])`)
}

async function listIn(tx: Tx, actor: Actor, filter: DeficiencyFilter, day: Day): Promise<DeficiencyList> {
  const where = conditionsOf(actor, filter, day)
  const rows = await tx.deficiency.findMany({
    where, select, orderBy: orders[filter.sort ?? "-registered"], take: filter.limit + 1, ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
  })
  const items = await describedIn(tx, rows.slice(0, filter.limit), day)
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null, total: await tx.deficiency.count({ where }) }
}

/** Every deficiency that meets a condition, in the order of unit and number. */
export async function allIn(tx: Tx, where: Prisma.DeficiencyWhereInput, day: Day): Promise<ListedDeficiency[]> {
  return describedIn(tx, await tx.deficiency.findMany({ where, select, orderBy: [{ unitId: "asc" }, { year: "asc" }, { number: "asc" }] }), day)
}

/** Every deficiency of a point in the units that the reader reaches, closed and withdrawn ones too, asked beside other questions; `readDeficienciesIn` describes them. */
export function deficienciesOfPoint(pointId: string): Question<ToldRow[]> {
  const columns = Prisma.raw(Object.keys(select).map((name) => `d."${name}"`).join(", "))
  return rowsOf(Prisma.sql`
    select ${columns}, ${nameOf(Prisma.sql`d."ownerPersonId"`)} as name from "Deficiency" d where d."pointId" = ${pointId}::uuid order by d."unitId", d.year, d.number`)
}

export async function readDeficienciesIn(tx: Tx, told: readonly ToldRow[], day: Day): Promise<ListedDeficiency[]> {
  const names = new Map(told.flatMap(({ ownerPersonId, name }) => (ownerPersonId && name ? [[ownerPersonId, name] as const] : [])))
  const rows = told.map(({ planDueOn, registeredAt, closedAt, name: _name, ...row }) => ({
    ...row, planDueOn: planDueOn === null ? null : dateOf(planDueOn), registeredAt: new Date(registeredAt), closedAt: closedAt === null ? null : new Date(closedAt),
  }))
  return describedIn(tx, rows, day, names)
}

async function describedIn(tx: Tx, rows: Row[], day: Day, known?: ReadonlyMap<string, Text>): Promise<ListedDeficiency[]> {
  const names = await namesOf(tx, rows.map((row) => row.ownerPersonId), known)
  const headings = await headingsIn(tx, rows.map((row) => row.pointVersionId))
  return rows.map(({ nodeCode, ownerPersonId, registeredAt, closedAt, pointVersionId, ...row }) => {
    const status = readState(deficiencyLifecycle, row.status)
    const planDueOn = row.planDueOn && dayOf(row.planDueOn)
    const name = ownerPersonId && names.get(ownerPersonId)
    return {
      ...row, titles: titlesOf(row.title, headings.get(pointVersionId)?.title), status, planDueOn, node: nodeCode, grade: row.grade === null ? null : gradeSchema.parse(row.grade), kind: kinds.find((kind) => kind === row.kind) ?? "operating",
      owner: ownerPersonId && name ? { id: ownerPersonId, name } : null, overdue: isOverdue({ status, planDueOn }, day),
      registeredOn: today(registeredAt), closedOn: closedAt && today(closedAt),
    }
  })
}

async function standingsIn(tx: Tx, where: Prisma.DeficiencyWhereInput) {
  const rows = await tx.deficiency.findMany({ where, select: { status: true, registeredAt: true, planDueOn: true } })
  return rows.map((row) => ({ status: readState(deficiencyLifecycle, row.status), registeredOn: today(row.registeredAt), planDueOn: row.planDueOn && dayOf(row.planDueOn) }))
}

type Standing = { status: Status; registeredOn: Day; planDueOn: Day | null }

/** Reconciliation, ageing of what is open, and how many remediations are overdue. */
export function countsOf(rows: readonly Standing[], day: Day): { reconciliation: Reconciliation; ageing: Ageing; overdue: number } {
  const open = rows.filter((row) => isOpen(row.status))
  const ageing: Ageing = { "30": 0, "90": 0, "180": 0, more: 0 }
  for (const age of ages) ageing[age] = open.filter((row) => ageOf(row.registeredOn, day) === age).length
  return { reconciliation: reconcile(rows.map((row) => row.status)), ageing, overdue: rows.filter((row) => isOverdue(row, day)).length }
}
