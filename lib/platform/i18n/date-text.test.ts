import { createFormatter } from "next-intl"
import { expect, test } from "vitest"
import { type DateForm, dateText } from "./date-text"
import { formatsOf } from "./formats"
import { defaultTimeZone, locales } from "./locales"

const forms: DateForm[] = ["day", "month", "short", "minute", "second"]
// A day later in Shanghai than in UTC.
const late = new Date("2026-03-04T17:05:09Z")

test.each(locales.flatMap((locale) => forms.map((form) => [locale, form] as const)))("%s %s reads as next-intl writes it, in each zone", (locale, form) => {
  const format = createFormatter({ locale, formats: formatsOf(locale), timeZone: defaultTimeZone })
  expect(dateText(locale, late, form)).toBe(format.dateTime(late, form))
  expect(dateText(locale, late, form, "UTC")).toBe(format.dateTime(late, form, { timeZone: "UTC" }))
})
