import { expect, it } from "vitest"
import { type CountedNode, reconcile, statedFigures } from "./reconcile"

const plants = ["coal", "gas", "hydro", "wind", "solar"]
const point = (kinds: string[], changes = {}) => ({ kinds, aspect: null, department: "finance", trains: false, appraises: false, ...changes })
const node = (code: string, kind: string, zh: string, kinds: string[], points: CountedNode["points"] = []): CountedNode => ({ code, kind, title: { zh, en: null }, kinds, points })
const nodes = [
  node("2.1", "soft-element", "行为准则", ["company", ...plants], [point(plants, { aspect: "formulation", trains: true }), point(["company"], { aspect: "outcome", appraises: true })]),
  node("2.13", "soft-element", "董事会", ["company"]),
  node("3.2", "process", "燃料", ["coal", "gas"], [point(["coal", "gas"]), point(["company"])]),
  node("3.7", "process", "人力成本", ["company", ...plants], [point(plants, { department: "hr" }), point(plants)]),
  node("3.15", "process", "资金收支", ["company"]),
  node("3.21", "process", "关联交易与内部往来", ["company"]),
]
const rows = reconcile(nodes, { processes: 2, elementCodes: ["2.1"] })
const counted = (key: string) => rows.find((row) => row.key === key)?.counted

it("has every stated figure once, with its place in source 01", () => {
  expect(new Set(statedFigures.map(({ key }) => key)).size).toBe(statedFigures.length)
  expect(statedFigures.every(({ place }) => place.startsWith("01 "))).toBe(true)
  expect(rows.map(({ key }) => key)).toEqual(statedFigures.map(({ key }) => key))
})
it("counts elements, processes and points, at a coal plant and in all", () => {
  expect(["elements", "processes", "points", "plantElements", "plantProcesses", "plantPoints", "plantSoftPoints", "aspects"].map(counted)).toEqual([2, 4, 6, 1, 2, 4, 1, 2])
  expect(["labourPoints", "labourHr", "trainings", "appraisals", "firstProcesses", "newElements"].map(counted)).toEqual([2, 1, 1, 1, 2, 1])
})
it("a process of some plants alone is not excluded from plants", () => expect(["excludedElements", "excludedProcesses", "processSum"].map(counted)).toEqual([1, 2, 4]))
it("names the process that is excluded though the source does not name it", () => expect(rows.find(({ key }) => key === "excludedProcesses")?.named.map(({ code }) => code)).toEqual(["3.21"]))
it("does not compare an estimate that has no list", () => expect(rows.filter(({ isLoose }) => isLoose).map(({ key, counted: count, difference }) => [key, count, difference])).toEqual([["trainings", 1, null], ["appraisals", 1, null]]))
it("tells the difference, and none where there is no first edition to count", () => {
  expect(rows.find(({ key }) => key === "points")).toMatchObject({ figure: 700, counted: 6, difference: -694 })
  expect(reconcile(nodes, null).filter((row) => row.counted === null).map(({ key, difference }) => [key, difference])).toEqual([["firstProcesses", null], ["newElements", null]])
})
