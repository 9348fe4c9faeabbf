import { expect, test } from "vitest"
import { excerpt } from "./excerpt"

const zh = { lang: "zh", text: "每月末，燃料会计根据过衡单、化验单和合同逐批计算应付煤款，与燃料部编制的结算单核对，数量、热值、扣罚一致后签字；不一致的退回燃料部更正，更正后重新核对，并在《燃料结算台账》登记退回原因和更正日期。" } as const
const en = { lang: "en", text: "At each month end the fuel accountant computes the price due per lot from the weighing note, the assay report and the contract, and compares it with the settlement sheet <b>of the fuel department</b>." } as const
const said = (found: ReturnType<typeof excerpt>) => found?.pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("")

test("what the shown words say is not said again", () => {
  expect(excerpt(["3.2.1", "结算单核对"], [zh], "结算单")).toBeNull()
  expect(excerpt(["3.2.1", "结算单核对"], [zh], "3.2")).toBeNull()
  expect(excerpt(["3.2.1", "结算单核对"], [zh], "不存在")).toBeNull()
})

test("a hit in the description is shown with what stands around it, marked, with dots where it is cut", () => {
  expect(said(excerpt(["煤款核对"], [zh, en], "热值"))).toBe("…付煤款，与燃料部编制的结算单核对，数量、[热值]、扣罚一致后签字；不一致的退回燃料部更正，更正后重新核对，并在《燃料结算台账…")
  expect(said(excerpt(["煤款核对"], [zh, en], "煤款 台账"))).toMatch(/\[台账\]/)
})

test("the other language answers where the reader's does not, no word is cut in two, and markup stays text", () => {
  const found = excerpt(["煤款核对"], [zh, en], "fuel dep")
  expect(found?.lang).toBe("en")
  expect(said(excerpt(["煤款核对"], [zh, en], "settle"))).toBe("… and the contract, and compares it with the [settle]ment sheet <b>of the fuel department</b>.")
})

test("a long Chinese word that is nowhere whole is shown by its parts", () => {
  expect(said(excerpt(["核算"], [zh], "煤款核对"))).toMatch(/应付\[煤款\]，与燃料部编制的结算单\[核对\]/)
})
