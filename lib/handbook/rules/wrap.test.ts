import { expect, test } from "vitest"
import { widthOf, wrap } from "./wrap"

test("Chinese breaks between characters, but no line begins with closing or ends with opening punctuation", () => {
  const lines = wrap("《关口表日抄录及平衡表》（月末，复印件）由运行部交财务部", 100, 12)
  expect(lines.join("")).toBe("《关口表日抄录及平衡表》（月末，复印件）由运行部交财务部")
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) {
    expect(line).not.toMatch(/^[》），。、]/u)
    expect(line).not.toMatch(/[《（]$/u)
  }
})

test("English breaks at spaces, and no line is wider than asked", () => {
  const text = "Reconciliation of on-grid quantity with the grid company’s settlement sheet"
  const lines = wrap(text, 120, 12)
  expect(lines.join(" ").replaceAll("- ", "-")).toBe(text)
  for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(120)
})

test("a word wider than the line is cut", () => {
  const lines = wrap("Unterschriftenberechtigungsverzeichnis", 60, 12)
  expect(lines.join("")).toBe("Unterschriftenberechtigungsverzeichnis")
  for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(60)
})

test("nothing gives no line", () => {
  expect(wrap("", 100, 12)).toEqual([])
})
