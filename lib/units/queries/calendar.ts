import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { type Calendar, dateOf, dayOf } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import type { HolidayFilter } from "@/lib/units/schema"

/** The public holidays of a country, and the weekend days worked in exchange. */
export async function calendarIn(tx: Tx, country: string): Promise<Calendar> {
  const rows = await tx.holiday.findMany({ where: { country }, select: { date: true, workday: true } })
  const days = (workday: boolean) => new Set(rows.filter((row) => row.workday === workday).map((row) => dayOf(row.date)))
  return { holidays: days(false), workdays: days(true) }
}

/** The calendar that a unit honours: its country's. */
export async function calendarOfUnitIn(tx: Tx, unitId: string): Promise<Calendar> {
  const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { country: true } })
  return calendarIn(tx, unit?.country ?? "CN")
}

/** Holidays and working days by country and year, in their order. */
export async function holidaysOf(actor: Actor, { country, year }: HolidayFilter) {
  return asReader(actor, async ({ tx }) => {
    const date = year ? { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) } : undefined
    const rows = await tx.holiday.findMany({ where: { country, date }, orderBy: [{ country: "asc" }, { date: "asc" }] })
    return rows.map((row) => ({ ...row, date: dayOf(row.date) }))
  })
}

/** The same for its page: the company, the countries of its units and how many units honour this one. */
export async function holidayPage(actor: Actor, filter: { country: string; year: number }) {
  const days = await holidaysOf(actor, filter)
  return asReader(actor, async ({ tx }) => {
    const units = await tx.unit.findMany({ select: { id: true, kind: true, country: true, fiscalYearStartMonth: true, version: true } })
    const kept = await tx.holiday.findMany({ distinct: ["country"], select: { country: true } })
    return {
      days, company: units.find(({ kind }) => kind === "company") ?? null, planned: await isPlannedIn(tx), usedBy: units.filter(({ country }) => country === filter.country).length,
      countries: [...new Set([...units, ...kept].map(({ country }) => country))].toSorted(),
    }
  })
}

/** Whether a quarter is planned, so that its name and days are fixed. */
export async function isPlannedIn(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ planned: boolean }[]>`select exists (select 1 from "Obligation") or exists (select 1 from "Assessment") or exists (select 1 from "Deficiency") as planned`
  return row?.planned ?? false
}
