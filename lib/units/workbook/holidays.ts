import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { holidaysOf } from "@/lib/units/queries/calendar"
import { holidayColumns } from "./columns"
import { valueName } from "./vocabulary"
import { writeSheets } from "./write"

/** The holidays that are kept, or an empty sheet to fill in. */
export async function exportHolidays(actor: Actor, locale: Locale, template: boolean): Promise<Uint8Array> {
  const rows = template ? [] : await holidaysOf(actor, {})
  const types = ["holiday", "workday"] as const
  return writeSheets(
    locale, [["holidays", holidayColumns]], { holidays: rows.map(({ country, date, workday, name }) => ({ country, date, last: null, type: workday ? "workday" : "holiday", name: name || null })) },
    new Map([["type", { list: "holidayTypes", group: "holidayTypes" as const }]]), [{ name: "holidayTypes", values: types.map((type) => valueName("holidayTypes", type, locale)) }],
  )
}
