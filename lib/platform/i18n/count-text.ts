import { formatsOf } from "./formats"
import { localeOf } from "./locales"

// As with dates (`./date-text`): next-intl looks its format up by a text of all options, once for each number of a table.
const kept = new Map<string, Intl.NumberFormat>()

/** A whole number as a language writes it. */
export function countText(locale: string, count: number): string {
  let format = kept.get(locale)
  if (!format) kept.set(locale, (format = new Intl.NumberFormat(locale)))
  return format.format(count)
}

const keptOfMoney = new Map<string, Intl.NumberFormat>()

/** An amount with its two decimals. */
export function moneyText(locale: string, amount: number): string {
  let format = keptOfMoney.get(locale)
  if (!format) keptOfMoney.set(locale, (format = new Intl.NumberFormat(locale, formatsOf(localeOf(locale)).number.money)))
  return format.format(amount)
}
