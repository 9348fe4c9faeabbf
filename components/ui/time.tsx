import { useLocale, useTranslations } from "next-intl"
import { dateText } from "@/lib/platform/i18n/date-text"

type Precision = "minute" | "second"

/** A moment, in the unit's time zone (the installation's, where none is given). */
export function Time({ at, precision = "minute", timeZone }: { at: Date; precision?: Precision; timeZone?: string }) {
  return <time dateTime={at.toISOString()}>{dateText(useLocale(), at, precision, timeZone)}</time>
}

/** A day without a time: a `Date` at midnight UTC, as the database keeps it, or "2026-03-31". */
export function DateText({ day, form = "day" }: { day: Date | string; form?: "day" | "short" | "month" }) {
  const locale = useLocale()
  const date = typeof day === "string" ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day
  return <time dateTime={date.toISOString().slice(0, 10)}>{dateText(locale, date, form, "UTC")}</time>
}

/** Names a period: "2026", "2026-H1", "2026-Q3", "2026-07", "2026-W31" or "2026-07-31". */
export function usePeriodName(): (period: string) => string {
  const t = useTranslations("common.time")
  const locale = useLocale()
  return (period) => {
    const [year = "", part = "", day = ""] = period.split("-")
    if (day) return dateText(locale, new Date(`${period}T00:00:00Z`), "day", "UTC")
    const number = Number(part.replace(/\D/g, ""))
    if (part.startsWith("Q")) return t("quarter", { year, quarter: number })
    if (part.startsWith("H")) return t("half", { year, half: number })
    if (part.startsWith("W")) return t("week", { year, week: number })
    return part ? dateText(locale, new Date(`${period}-01T00:00:00Z`), "month", "UTC") : t("year", { year })
  }
}

/** A period by its name, on one line. */
export function PeriodText({ period }: { period: string }) {
  return <span className="whitespace-nowrap">{usePeriodName()(period)}</span>
}
