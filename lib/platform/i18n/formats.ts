import { type Formats } from "next-intl"

/** Named formats for `format.dateTime(value, "day")` and `format.number(value, "whole")`. */
export const formats = {
  dateTime: {
    day: { year: "numeric", month: "long", day: "numeric" },
    short: { year: "numeric", month: "2-digit", day: "2-digit" },
    month: { year: "numeric", month: "long" },
    minute: { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    second: {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    percent: { style: "percent", maximumFractionDigits: 0 },
    money: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  },
  list: {
    or: { type: "disjunction" },
    and: { type: "conjunction" },
  },
} satisfies Formats
