import { useFormatter, useTranslations } from "next-intl"

type Precision = "minute" | "second"

/** A moment, in the unit's time zone (the installation's, where none is given). */
export function Time({ at, precision = "minute", timeZone }: { at: Date; precision?: Precision; timeZone?: string }) {
  const format = useFormatter()
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {format.dateTime(at, precision, timeZone ? { timeZone } : undefined)}
    </time>
  )
}

/** A day without a time: a `Date` at midnight UTC, as the database keeps it, or "2026-03-31". */
export function DateText({ day, form = "day" }: { day: Date | string; form?: "day" | "short" | "month" }) {
  const format = useFormatter()
  const date = typeof day === "string" ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day
  return (
    <time dateTime={date.toISOString().slice(0, 10)} className="whitespace-nowrap">
      {format.dateTime(date, form, { timeZone: "UTC" })}
    </time>
  )
}

/** A quarter, from its year and number. */
export function QuarterText({ year, quarter }: { year: number; quarter: number }) {
  const t = useTranslations("common.time")
  return <span className="whitespace-nowrap">{t("quarter", { year: String(year), quarter })}</span>
}
