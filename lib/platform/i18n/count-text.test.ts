import { expect, test } from "vitest"
import { countText, moneyText } from "./count-text"

test("counts stand without decimals, amounts with two, in each language again the same", () => {
  for (const locale of ["zh-CN", "en", "zh-TW", "en"]) {
    expect(countText(locale, 1234567)).toBe("1,234,567")
    expect(moneyText(locale, 1234567.5)).toBe("1,234,567.50")
    expect(moneyText(locale, 0.005)).toBe("0.01")
  }
})
