import { expect, it } from "vitest"
import { aChapter, aHandbook, aPoint } from "../../../tests/builders/handbook"
import { changesByNode } from "./fields"

const of = (...points: ReturnType<typeof aPoint>[]) => aHandbook({ chapters: [aChapter(points)] })

it("finds nothing between an edition and itself", () => expect(changesByNode(of(aPoint("8.1.1.1")), of(aPoint("8.1.1.1")))).toEqual([]))

it("names what was added, removed and changed, and both wordings of each field", () => {
  const before = of(aPoint("8.1.1.1"), aPoint("8.1.1.2"))
  const after = of(aPoint("8.1.1.1", { risk: { zh: "新风险", en: null } }), aPoint("8.1.1.3"))
  expect(changesByNode(before, after)).toMatchObject([{
    code: "8.1",
    changes: [
      { kind: "changed", part: "point", code: "8.1.1.1", fields: [{ field: "risk", before: { zh: "风险" }, after: { zh: "新风险" } }] },
      { kind: "added", code: "8.1.1.3" }, { kind: "removed", code: "8.1.1.2" },
    ],
  }])
})

it("takes a test procedure apart: only the sentence that changed is named", () => {
  const point = aPoint("8.1.1.1")
  const changed = aPoint("8.1.1.1", { operatingTest: { ...point.operatingTest, procedure: { zh: "抽查五份", en: null } } })
  expect(changesByNode(of(point), of(changed))[0]?.changes[0]?.fields.map(({ field }) => field)).toEqual(["procedure"])
})
