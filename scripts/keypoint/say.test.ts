import { expect, it } from "vitest"
import { languageOf } from "./say"

it.each([
  [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
  [{ LANG: "zh_TW.UTF-8" }, "zh-TW"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{}, "en"],
] as const)("a terminal of %j is spoken to in %s", (environment, language) => {
  expect(languageOf(environment)).toBe(language)
})
