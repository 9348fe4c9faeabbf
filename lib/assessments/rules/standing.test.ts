import { expect, it } from "vitest"
import { standings, standingsIn } from "./standing"

it("every standing is tested, unfinished or not due, and only one of these", () => {
  const groups = [...standingsIn("tested"), ...standingsIn("unfinished"), ...standingsIn("not-due")]
  expect(groups.toSorted()).toEqual([...standings].toSorted())
  expect(standingsIn("tested")).toEqual(["reviewed", "signed-off", "sealed"])
})
