import fc from "fast-check"
import { expect, test } from "vitest"
import { drawOrdinals, populationHash } from "./draw"

const population = fc.integer({ min: 0, max: 300 }).map((size) => Array.from({ length: size }, (_, place) => place + 1))

test("law: no item twice, none from outside, and the size is respected", () => {
  fc.assert(fc.property(population, fc.integer({ min: 0, max: 400 }), fc.string(), (ordinals, size, seed) => {
    const drawn = drawOrdinals(ordinals, size, seed)
    expect(new Set(drawn).size).toBe(drawn.length)
    expect(drawn.every((ordinal) => ordinals.includes(ordinal))).toBe(true)
    expect(drawn).toHaveLength(Math.min(size, ordinals.length))
  }))
})

test("law: the same seed gives the same samples, in whatever order the items come; a longer draw begins with the shorter", () => {
  fc.assert(fc.property(population, fc.integer({ min: 1, max: 60 }), fc.string(), (ordinals, size, seed) => {
    expect(drawOrdinals(ordinals.toReversed(), size, seed)).toEqual(drawOrdinals(ordinals, size, seed))
    expect(drawOrdinals(ordinals, size + 5, seed).slice(0, Math.min(size, ordinals.length))).toEqual(drawOrdinals(ordinals, size, seed))
  }))
})

test("a draw that auditors can check by hand never changes", () => {
  const ordinals = Array.from({ length: 92 }, (_, place) => place + 1)
  expect(drawOrdinals(ordinals, 5, "0123456789abcdef")).toEqual([75, 23, 87, 26, 86])
})

test("every item has about the same chance", () => {
  const counts = new Map<number, number>()
  for (let seed = 0; seed < 2000; seed++) for (const one of drawOrdinals([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3, `seed-${seed}`)) counts.set(one, (counts.get(one) ?? 0) + 1)
  for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(110)
})

test("the population's hash holds order, label, day and version", () => {
  const items = [{ ordinal: 1, label: "甲", servedOn: "2026-07-31", versionId: null }, { ordinal: 2, label: "乙", servedOn: null, versionId: "v" }]
  const hash = populationHash(items)
  expect(populationHash(items.toReversed())).toBe(hash)
  for (const change of [{ label: "丙" }, { servedOn: "2026-08-31" }, { versionId: "w" }, { ordinal: 3 }]) {
    expect(populationHash(items.map((item, place) => (place === 0 ? { ...item, ...change } : item)))).not.toBe(hash)
  }
})
