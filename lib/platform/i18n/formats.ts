import { type Formats } from "next-intl"
import { type Locale } from "./locales"

const date = { year: "numeric", month: "2-digit", day: "2-digit" } as const
// 03/04/2026 is two different days in London and New York, so English spells the month.
const spelt = { year: "numeric", month: "short", day: "numeric" } as const
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const

/** Named formats for `format.dateTime(value, "day")` and `format.number(value, "money")`. */
export function formatsOf(locale: Locale) {
  const short = locale === "en" ? spelt : date
  return {
    dateTime: {
      day: { year: "numeric", month: "long", day: "numeric" },
      month: { year: "numeric", month: "long" },
      short,
      minute: { ...short, ...clock },
      second: { ...short, ...clock, second: "2-digit" },
    },
    number: {
      whole: { maximumFractionDigits: 0 },
      percent: { style: "percent", maximumFractionDigits: 0 },
      money: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    },
    list: { or: { type: "disjunction" }, and: { type: "conjunction" } },
  } satisfies Formats
}
