import { expect, it } from "vitest"
import { impactOn, type PlacedPoint } from "./impact"

const point = (pointId: string, ownerPosition = "hr.officer", kinds = ["coal"]): PlacedPoint => ({ pointId, code: pointId, titleZh: pointId, titleEn: null, ownerPosition, kinds })
const standing = { overrides: new Map(), owners: new Map([["a", "ann"], ["b", "bob"]]), holders: new Map([["finance.clerk", ["bob"]]]) }
const codes = (points: { code: string }[]) => points.map(({ code }) => code)

it("names what comes to a plant and what goes from it", () => {
  const impact = impactOn({ kind: "coal" }, [point("a"), point("gone")], [point("a"), point("new"), point("gas", "x", ["gas"])], standing)
  expect([codes(impact.added), codes(impact.removed), impact.moved]).toEqual([["new"], ["gone"], []])
  expect(impact.unowned).toBe(1)
})
it("counts a point as gone when the edition no longer applies it to the kind, unless the unit was decided otherwise", () => {
  const [before, after] = [[point("a")], [point("a", "hr.officer", ["gas"])]]
  expect(codes(impactOn({ kind: "coal" }, before, after, standing).removed)).toEqual(["a"])
  expect(impactOn({ kind: "coal" }, before, after, { ...standing, overrides: new Map([["a", { pointId: "a", applicable: true }]]) }).removed).toEqual([])
})
it("moves a point whose new position its owner does not hold", () => {
  const impact = impactOn({ kind: "coal" }, [point("a"), point("b")], [point("a", "finance.clerk"), point("b", "finance.clerk")], standing)
  expect(impact.moved).toMatchObject([{ point: { code: "a" }, from: "hr.officer", ownerId: "ann" }])
})
