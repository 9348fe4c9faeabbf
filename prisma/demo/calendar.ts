import { actingAt, seed } from "@/lib/platform/actor"
import { keepHolidays } from "@/lib/units/commands/holidays"
import { founded, type Organisation } from "./organisation"
import { must } from "./said"

// The days off and made up for of 2026 and the first of 2027, as an administrator would paste them.
const lines = `
2026-01-01~2026-01-03 放假 元旦
2026-01-04 上班 元旦调休
2026-02-15~2026-02-23 放假 春节
2026-02-14 上班 春节调休
2026-02-28 上班 春节调休
2026-04-04~2026-04-06 放假 清明节
2026-05-01~2026-05-05 放假 劳动节
2026-05-09 上班 劳动节调休
2026-06-19~2026-06-21 放假 端午节
2026-09-25~2026-09-27 放假 中秋节
2026-10-01~2026-10-07 放假 国庆节
2026-09-20 上班 国庆节调休
2026-10-10 上班 国庆节调休
2027-01-01~2027-01-03 放假 元旦`

/** The calendar by which working days are counted. */
export async function keepCalendar({ hq }: Organisation): Promise<void> {
  must(await keepHolidays(actingAt(seed, founded), { unitId: hq.id, country: "CN", lines: lines.trim() }), "calendar")
}
