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

/** A period by its name: "2026", "2026-H1", "2026-Q3", "2026-07" or "2026-W31". */
export function PeriodText({ period }: { period: string }) {
  const t = useTranslations("common.time")
  const locale = useLocale()
  const [year = "", part = ""] = period.split("-")
  const number = Number(part.replace(/\D/g, ""))
  const text = part.startsWith("Q")
    ? t("quarter", { year, quarter: number })
    : part.startsWith("H")
      ? t("half", { year, half: number })
      : part.startsWith("W")
        ? t("week", { year, week: number })
        : part
          ? dateText(locale, new Date(`${period}-01T00:00:00Z`), "month", "UTC")
          : t("year", { year })
  return <span className="whitespace-nowrap">{text}</span>
}
