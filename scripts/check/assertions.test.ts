import { expect, test } from "vitest"
import { assertions } from "./assertions"
import { plant, printed } from "./fixture"

const found = (text: string) => printed(assertions(plant({ "lib/a.test.ts": text })))

test.each([
  "test(\"a\", () => { work() })",
  "test.each([1])(\"a\", async (n) => { await work(n) })",
  "describe(\"a\", () => { it(\"b\", () => {}) })",
])("%s is found", (text) => {
  expect(found(text)).toEqual(["lib/a.test.ts:1: a test that asserts nothing"])
})

test.each([
  "test(\"a\", () => { for (const b of c) if (b) expect(b).toBe(1) })",
  "test(\"a\", async () => { await expect(work()).rejects.toThrow() })",
  "function same(a) { expect(a).toBe(1) }\ntest(\"a\", () => { same(2) })",
  "const same = (a) => expect(a).toBe(1)\ntest(\"a\", () => { same(2) })",
  "test(\"a\", async () => { await story.expectTitle() })",
  "test.describe(\"a\", () => { test.beforeEach(() => {}) })",
])("%s passes", (text) => {
  expect(found(text)).toEqual([])
})
