import { describe, expect, it } from "vitest"
import { isLocale, negotiateLocale } from "./locales"

describe("the language of a browser", () => {
  it.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["zh-Hant-HK,en;q=0.5", "zh-TW"],
    ["zh-TW", "zh-TW"],
    ["fr-FR,fr;q=0.9,en-GB;q=0.7", "en"],
    ["en;q=0.3,zh-TW;q=0.8", "zh-TW"],
    ["en;q=0,zh", "zh-CN"],
    ["fr", "zh-CN"],
    ["", "zh-CN"],
  ])("%s is answered in %s", (header, locale) => expect(negotiateLocale(header)).toBe(locale))

  it("a cookie with another word is no language", () => expect(isLocale("zh")).toBe(false))
})
