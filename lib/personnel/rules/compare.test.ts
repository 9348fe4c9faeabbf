import { describe, expect, test } from "vitest"
import { compare, type Ground } from "@/lib/personnel/rules/compare"
import type { ListRow } from "@/lib/personnel/schema"

const ground: Ground = {
  units: [{ id: "e", code: "EAST", nameZh: "东厂", nameEn: "East" }, { id: "n", code: "NORTH", nameZh: "北厂", nameEn: "North" }],
  departments: [{ id: "fin", unitId: "e", code: "finance", nameZh: "财务部", nameEn: "Finance" }, { id: "hr", unitId: "e", code: "hr", nameZh: "人力资源部", nameEn: "HR" }],
  positions: [{ id: "acc", unitId: "e", code: "accountant", nameZh: "会计", nameEn: "Accountant" }, { id: "cash", unitId: "e", code: "cashier", nameZh: "出纳", nameEn: "Cashier" }],
  people: [
    { id: "1", unitId: "e", departmentId: "fin", email: "li@x.example", employeeNumber: "E-1", nameZh: "李一", nameEn: "Li", active: true },
    { id: "2", unitId: "e", departmentId: "hr", email: "bai@x.example", employeeNumber: null, nameZh: "白二", nameEn: "Bai", active: true },
    { id: "3", unitId: "n", departmentId: null, email: "san@x.example", employeeNumber: null, nameZh: "三", nameEn: "San", active: true },
    { id: "4", unitId: "e", departmentId: null, email: "gone@x.example", employeeNumber: null, nameZh: "走", nameEn: "Gone", active: false },
  ],
  holdings: [{ personId: "1", positionId: "acc" }],
}
const row = (email: string, more: Partial<ListRow> = {}): ListRow => ({ row: 2, number: null, email, nameZh: "某", nameEn: null, unit: null, department: null, position: null, from: null, to: null, ...more })
const seen = (rows: ListRow[], complete = false) => compare(rows, ground, { unitId: "e", complete, day: "2026-07-10" }).noticed.map(({ kind, email, on }) => [kind, email, on].filter(Boolean).join(" "))

describe("a personnel list", () => {
  test("that says what stands notices nothing", () => {
    expect(seen([row("LI@x.example", { department: "Finance", position: "会计" }), row("bai@x.example", { department: "hr" })], true)).toEqual([])
  })

  test("names who joins, but not who came and went", () => {
    expect(seen([row("new@x.example", { from: "2026-07-15" }), row("past@x.example", { to: "2026-07-01" })])).toEqual(["joiner new@x.example 2026-07-15"])
  })

  test("notices another department, position or unit", () => {
    expect(seen([row("li@x.example", { department: "人力资源部" })])).toEqual(["mover li@x.example"])
    expect(seen([row("li@x.example", { position: "出纳", from: "2026-08-01" })])).toEqual(["mover li@x.example 2026-08-01"])
    expect(seen([row("li@x.example", { unit: "北厂" })])).toEqual(["mover li@x.example"])
    expect(compare([row("li@x.example", { department: "没有的部门" })], ground, { unitId: "e", complete: false, day: "2026-07-10" }).noticed).toMatchObject([{ kind: "mover", department: "没有的部门", departmentId: null, wasDepartment: "财务部", wasPosition: "会计" }])
  })

  test("finds people by their number though the address has changed", () => {
    expect(seen([row("li.new@x.example", { number: "e-1", department: "财务部" }), row("bai@x.example")], true)).toEqual([])
  })

  test("takes for leavers who it says leave, and who is missing from it only when it is complete", () => {
    expect(seen([row("li@x.example", { to: "2026-07-31" })])).toEqual(["leaver li@x.example 2026-07-31"])
    expect(seen([row("li@x.example")], true)).toEqual(["leaver bai@x.example"])
    expect(seen([row("li@x.example"), row("bai@x.example"), row("new@x.example", { unit: "NORTH" })], true)).toEqual(["joiner new@x.example", "leaver san@x.example"])
  })

  test("is refused at the cell for an unknown unit and for the same address twice; a closed account stays closed", () => {
    expect(compare([row("a@x.example", { unit: "西厂" }), row("b@x.example"), row("B@x.example", { row: 4 })], ground, { unitId: "e", complete: false, day: "2026-07-10" }).wrong).toEqual([
      { row: 2, column: "unit", value: "西厂", key: "unknownUnit" }, { row: 4, column: "email", value: "B@x.example", key: "twice" },
    ])
    expect(seen([row("gone@x.example")])).toEqual([])
  })
})
