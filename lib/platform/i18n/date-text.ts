import { formatsOf } from "./formats"
import { defaultTimeZone, localeOf } from "./locales"

export type DateForm = keyof ReturnType<typeof formatsOf>["dateTime"]

// next-intl makes a format anew in each request, and making one takes longer than formatting a hundred dates.
const kept = new Map<string, Intl.DateTimeFormat>()

/** A moment in one of the named forms, in a time zone (the installation's unless told). */
export function dateText(locale: string, date: Date, form: DateForm, timeZone = defaultTimeZone): string {
  const name = `${locale} ${form} ${timeZone}`
  let format = kept.get(name)
  if (!format) kept.set(name, (format = new Intl.DateTimeFormat(locale, { timeZone, ...formatsOf(localeOf(locale)).dateTime[form] })))
  return format.format(date)
}
