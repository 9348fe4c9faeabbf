import type { Tx } from "@/lib/platform/database"
import { type Calendar, dayOf } from "@/lib/platform/days"

/** The public holidays of a country, and the weekend days worked in exchange. */
export async function calendarIn(tx: Tx, country = "CN"): Promise<Calendar> {
  const rows = await tx.holiday.findMany({ where: { country }, select: { date: true, workday: true } })
  const days = (workday: boolean) => new Set(rows.filter((row) => row.workday === workday).map((row) => dayOf(row.date)))
  return { holidays: days(false), workdays: days(true) }
}
