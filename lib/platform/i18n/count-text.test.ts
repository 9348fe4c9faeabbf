import { createFormatter } from "next-intl"
import { expect, it } from "vitest"
import { countText } from "./count-text"
import { locales } from "./locales"

it.each(locales)("writes counts in %s as next-intl does", (locale) => {
  const format = createFormatter({ locale })
  for (const count of [0, 7, 999, 1000, 1_234_567, -3]) expect(countText(locale, count)).toBe(format.number(count))
})
