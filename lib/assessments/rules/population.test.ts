import { expect, test } from "vitest"
import { itemsOfList, itemsOfRecords } from "./population"

test("a pasted list is read line by line, whatever stands between name and day", () => {
  expect(itemsOfList("甲\t2026-07-31\n\n乙, 2026-08-31\n丙|2026-09-30", "2026-Q3")).toEqual({
    ok: true,
    change: [
      { ordinal: 1, label: "甲", servedOn: "2026-07-31", versionId: null }, { ordinal: 2, label: "乙", servedOn: "2026-08-31", versionId: null },
      { ordinal: 3, label: "丙", servedOn: "2026-09-30", versionId: null },
    ],
  })
  expect(itemsOfList("", "2026-Q3")).toEqual({ ok: true, change: [] })
})

test("December's close, done in January, is the fourth quarter's: a day of another quarter is refused at its line", () => {
  expect(itemsOfList("关账,2026-12-31", "2026-Q4")).toMatchObject({ ok: true })
  expect(itemsOfList("关账,2026-12-31\n关账,2027-01-05", "2026-Q4")).toMatchObject({ refusal: { errors: [{ path: "list", message: "assessments.errors.listQuarter", params: { line: 2 } }] } })
})

test("a line without a name, a day, or with a day that is none, is named", () => {
  for (const line of ["甲", "2026-07-31", "甲,2026-02-30"]) {
    expect(itemsOfList(`好,2026-07-31\n${line}`, "2026-Q3")).toMatchObject({ refusal: { errors: [{ message: "assessments.errors.listLine", params: { line: 2 } }] } })
  }
})

test("a register stands for what it counts; what did not occur is no item", () => {
  const record = { versionId: "v", number: "证-1", period: "2026-07", servedOn: "2026-07-31", occurred: true, count: 3 }
  expect(itemsOfRecords([record, { ...record, occurred: false }], true).map((item) => item.label)).toEqual(["证-1 · 2026-07 · 1/3", "证-1 · 2026-07 · 2/3", "证-1 · 2026-07 · 3/3"])
  expect(itemsOfRecords([record], false)).toHaveLength(1)
})
