import { createElement, type ReactNode } from "react"
import { expect, it } from "vitest"
import formatMessage from "./format-message"

const inEnglish = { locale: "en" }

it("puts values, plurals and numbers into a message", () => {
  const message = "{count, plural, one {# point} other {# points}} of {unit}"
  expect(formatMessage("a", message, { count: 1, unit: "EAST" }, inEnglish)).toBe("1 point of EAST")
  expect(formatMessage("a", message, { count: 1200, unit: "EAST" }, inEnglish)).toBe("1,200 points of EAST")
  expect(formatMessage("b", "{limit, number} MB", { limit: 5000 }, { locale: "zh-CN" })).toBe("5,000 MB")
})

it("one message in two languages follows the plurals of each", () => {
  const message = "{count, plural, one {one} other {other}}"
  expect(formatMessage("a", message, { count: 1 }, inEnglish)).toBe("one")
  expect(formatMessage("a", message, { count: 1 }, { locale: "zh-CN" })).toBe("other")
})

it("a plain message stays as it is, and quoted braces lose their quotes", () => {
  expect(formatMessage("a", "Don't", undefined, inEnglish)).toBe("Don't")
  expect(formatMessage("a", "'{name}'", undefined, inEnglish)).toBe("{name}")
})

it("elements may stand in a message", () => {
  expect(formatMessage("a", "on <day>Monday</day>", { day: (words: ReactNode) => createElement("b", { key: "day" }, words) }, inEnglish)).toHaveLength(2)
})

it("what is no message, and a value that is missing, throw", () => {
  expect(() => formatMessage("a.b", { c: "d" }, undefined, inEnglish)).toThrow("a.b")
  expect(() => formatMessage("a", "{name}", undefined, inEnglish)).toThrow("name")
})
