import { expect, test } from "vitest"
import { inside } from "./inside"

test("after signing in one goes on where one wanted to go", () => {
  expect(inside("/deficiencies?status=open&unit=EAST")).toBe("/deficiencies?status=open&unit=EAST")
})

test.each(["//elsewhere.example", "/.//elsewhere.example", "/x/..//elsewhere.example", "/%2e//elsewhere.example", "/..//..//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "javascript:alert(1)", "/sign-in", "", undefined, null])("%s leads nowhere else than home", (to) => {
  expect(inside(to)).toBe("/")
})
