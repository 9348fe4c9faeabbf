import { expect, test } from "vitest"
import { catalogue } from "./catalogue"
import { plant, printed } from "./fixture"

const say = (text: string) => ({ zh: `${text}。`, en: text })
const positions = { departments: [{ code: "finance" }], positions: [{ code: "finance.clerk" }] }
const words = ["lorem ipsum dolor", "quick brown fox jumps", "wizard sphinx vow", "mixed bag of jugs", "five hens peck", "two big zebras"]

function point(code: string, at: number, changes: object = {}) {
  return {
    code, step: code.slice(0, 5), title: say("t"), description: say(words[at] ?? ""), objective: say("o"), risk: say("r"),
    assertions: ["accuracy"], accounts: [], component: "control-activities", principle: 10, aspect: null, frequency: "monthly",
    effect: "preventive", nature: "manual", systems: [], reports: [], review: null,
    ownerPosition: "finance.clerk", performingPositions: ["finance.clerk"], department: "finance", evidenceKinds: ["review"],
    designTest: say("d"),
    operatingTest: { population: say("p"), procedure: say((words[at] ?? "").toUpperCase().replaceAll(" ", "-")), attributes: ["A", "B", "C"].map((key) => ({ key, text: say(key) })), exception: say("e") },
    compensating: [], regulations: [], kinds: null, kindsReason: null, provenance: "composed", provenancePlace: "", ...changes,
  }
}

function found(points: object[], node: object = {}) {
  const file = {
    node: { code: "3.1", kind: "process", title: say("n"), objective: say("o"), kinds: ["coal"], kindsReason: say("k"), ...node },
    steps: [{ code: "3.1.1", title: say("s"), department: "finance", position: "finance.clerk", documentsIn: [], documentsOut: [] }], points,
  }
  return printed(catalogue(plant({ "prisma/handbook/positions.json": JSON.stringify(positions), "prisma/handbook/3.1-revenue.json": JSON.stringify(file, null, 1) })))
    .map((line) => line.replace(/^prisma\/handbook\/3\.1-revenue\.json:\d+: /, ""))
}

test("a complete process passes", () => {
  expect(found([point("3.1.1.1", 0), point("3.1.1.2", 1, { compensating: ["3.1.1.1"] }), point("3.1.1.10", 2)])).toEqual([])
})

test.each([
  ["a missing field", { risk: undefined }, "points.0.risk"],
  ["a field that is not in the shape", { extra: 1 }, "Unrecognized key"],
  ["a text in one language", { risk: { zh: "风险", en: "" } }, "points.0.risk.en"],
  ["a word outside of the list", { frequency: "often" }, "points.0.frequency"],
  ["an unknown position", { ownerPosition: "finance.nobody" }, "finance.nobody"],
  ["a source without its place", { provenance: "source" }, "without its place"],
  ["an unknown compensating point", { compensating: ["3.1.1.9"] }, "compensated by 3.1.1.9"],
  ["kinds without a reason", { kinds: ["coal"] }, "reason"],
  ["an aspect in a process", { aspect: "outcome" }, "aspects are for soft elements"],
  ["a step that is not there", { step: "3.1.2" }, "belongs to no step"],
])("%s is found", (_, changes, message) => {
  expect(found([point("3.1.1.1", 0, changes)]).join("\n")).toContain(message)
})

test("codes out of order and twice are found", () => {
  expect(found([point("3.1.1.2", 0), point("3.1.1.1", 1)])).toEqual(["3.1.1.1: is out of order"])
  expect(found([point("3.1.1.1", 0), point("3.1.1.1", 1)])).toContain("3.1.1.1: the code is there twice")
})

test("a copied description and a copied procedure are found", () => {
  expect(found([point("3.1.1.1", 0), point("3.1.1.2", 0)])).toEqual([
    "3.1.1.2: description, zh is 1.00 like that of 3.1.1.1", "3.1.1.2: description, en is 1.00 like that of 3.1.1.1",
    "3.1.1.2: procedure, zh is 1.00 like that of 3.1.1.1", "3.1.1.2: procedure, en is 1.00 like that of 3.1.1.1",
  ])
})

test("a soft element of six points lacks no aspect", () => {
  const points = [0, 1, 2, 3, 4, 5].map((at) => point(`3.1.${at + 1}`, at, { step: null, aspect: "formulation", description: say(`${at}${at}${at}`) }))
  expect(found(points, { kind: "soft-element" })).toEqual(expect.arrayContaining(["3.1: no point for the aspect outcome", "3.1: a soft element has no steps"]))
})
