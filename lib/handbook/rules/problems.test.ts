import { expect, it } from "vitest"
import { inOrder } from "./problems"

const at = (cell?: string, sheet = "关键控制点") => ({ message: `m ${cell}`, sheet, cell, params: {} })

it("lists problems as somebody goes through the workbook: down the rows, along each, a sheet at a time", () => {
  const found = [at("AQ318"), at("D5"), at("R137"), at("B9", "环节"), at(), at("E137"), at("AA137")]
  expect(inOrder(found).map(({ sheet, cell }) => `${sheet} ${cell ?? "-"}`)).toEqual(["关键控制点 -", "关键控制点 D5", "关键控制点 E137", "关键控制点 R137", "关键控制点 AA137", "关键控制点 AQ318", "环节 B9"])
})
