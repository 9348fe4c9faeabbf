import { expect, test } from "vitest"
import { isCommon } from "./common-passwords"
import list from "./common-passwords.json"

test("the list holds the commonest ten thousand, and its source", () => {
  expect(list.passwords.join(" ").split(" ").length).toBeGreaterThanOrEqual(10_000)
  expect(list.source).toContain("zxcvbn")
})

test.each([
  ["as it stands", "qwertyuiop"],
  ["with capitals", "ManChester"],
  ["with a year", "Sunshine2026"],
  ["with a date and a mark", "dragon20261122!"],
  ["with digits for letters", "P@ssw0rd2026"],
  ["said twice", "monkeymonkey"],
  ["with three characters more", "manchesterxyz"],
  ["in full-width signs", "ｐａｓｓｗｏｒｄ１２"],
])("a common password is known %s", (_, password) => {
  expect(isCommon(password)).toBe(true)
})

test.each(["tide lantern copper nine", "kite-9-sun", "老厂长的自行车铃铛响了", "dragon and a quiet harbour", "star84729163504711"])("%s is nobody's first guess", (password) => {
  expect(isCommon(password)).toBe(false)
})
