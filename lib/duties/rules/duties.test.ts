import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { barToReviewing, barToTesting, type PaperPeople } from "@/lib/assessments/policy"
import { dutyRules, ruleOf } from "@/lib/duties/rules/duties"

const people: PaperPeople = { unitId: "u", owners: ["owner"], performers: ["performer"], uploaders: ["uploader"], testerPersonId: "tester", reviewerPersonId: null }

test("every refusal in code that keeps duties apart belongs to a rule, and every rule's refusal is in code", () => {
  const files = globSync("lib/**/*.ts").filter((file) => !file.endsWith(".test.ts") && !file.startsWith("lib/duties/") && !file.startsWith("lib/platform/"))
  const source = files.map((file) => readFileSync(file, "utf8")).join("\n")
  const said = [
    ...[...source.matchAll(/forbidden\("([\w.-]+)"[^\n]*?(?:"separation-of-duties"|, apart\))/g)].map((found) => found[1] ?? ""),
    ...[...source.matchAll(/refuse\("separation-of-duties", "([\w.-]+)"/g)].map((found) => found[1] ?? ""),
  ]
  expect(said.length).toBeGreaterThan(15)
  expect([...new Set(said)].filter((message) => ruleOf(message) === null)).toEqual([])
  const templated = /^(assessments\.refusals\.(tester|reviewer)-|handovers\.refusals\.taker)/
  expect(dutyRules.flatMap(({ refusals }) => [...refusals]).filter((message) => !templated.test(message) && !said.includes(message))).toEqual([])
})

test("the reasons that bar from testing and reviewing each have their rule", () => {
  const bars = [barToTesting("owner", people), barToTesting("performer", people), barToTesting("uploader", people), barToReviewing("tester", people), barToReviewing("owner", people)]
  expect(bars.map((bar) => ruleOf(`assessments.refusals.${bar}`))).toEqual(["ownTest", "ownTest", "ownUpload", "ownPaper", "ownPaper"])
})

test("a refusal of the database alone names no rule", () => expect(ruleOf("common.refusals.separation-of-duties")).toBeNull())
