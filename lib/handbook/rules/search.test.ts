import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { chapter } from "@/lib/handbook/schema/content"
import { found, marked, type Searched } from "./search"

const point = (code: string, titleZh: string, titleEn: string | null, descriptionZh = "", descriptionEn: string | null = null): Searched => ({ code, titleZh, titleEn, descriptionZh, descriptionEn })
const points = [
  point("3.1.1", "电量抄表", "Meter reading", "抄表员抄表，参见 3.1.12。", "The meter reader reads; the restart is noted."),
  point("3.1.1.1", "电价核对", "Price check", "营销部核对电费电价。", "Marketing checks the prices before revenue is booked."),
  point("3.1.12", "电费结算复核", "Review of settlement", "会计复核结算单，与账龄表核对数据。", "The accountant reviews the sheet."),
  point("3.2.1", "应收账款账龄分析", null, "每月编制。", null),
  point("2.1.1", "收入确认", "Revenue recognition", "财务部确认收入，核对电费。", "Finance recognises income."),
]
const codes = (query: string) => found(points, query).map(({ code }) => code)

test("the very code stands before the codes under it, and a code is no part of a longer number", () => {
  expect(codes("3.1.1")).toEqual(["3.1.1", "3.1.1.1"])
  expect(codes("3.1.1.")).toEqual(["3.1.1", "3.1.1.1"])
  expect(codes("３．１．１２")).toEqual(["3.1.12", "3.1.1"])
})

test("a title goes before a description, else the handbook's order stays", () => {
  expect(codes("电费")).toEqual(["3.1.12", "3.1.1.1", "2.1.1"])
  expect(codes("revenue")).toEqual(["2.1.1", "3.1.1.1"])
})

test("English is found from the beginning of its words, as one types, in any case", () => {
  expect(codes("REV")).toEqual(["3.1.12", "2.1.1", "3.1.1.1"])
  expect(codes("start")).toEqual([])
  expect(codes("meter read")).toEqual(["3.1.1"])
})

test("all terms are wanted, in either language", () => {
  expect(codes("电费 核对")).toEqual(["3.1.1.1", "3.1.12", "2.1.1"])
  expect(codes("收入 revenue")).toEqual(["2.1.1"])
  expect(codes("电费 nothing")).toEqual([])
})

test("a longer Chinese word is found by its parts only where it is found nowhere whole", () => {
  expect(codes("电费复核")).toEqual(["3.1.12"])
  expect(codes("电费结算")).toEqual(["3.1.12"])
})

test("traditional characters find what is written in simplified ones, Taiwan's words too", () => {
  expect(codes("電費結算複核")).toEqual(["3.1.12"])
  expect(codes("帳齡")).toEqual(["3.2.1", "3.1.12"])
  expect(codes("資料")).toEqual(["3.1.12"])
})

test("nothing typed gives everything, in its order", () => {
  expect(codes("  ")).toEqual(points.map(({ code }) => code))
})

test("what answers is marked, and nothing of the text is lost", () => {
  const shown = (text: string, query: string) => marked(text, query).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join("")
  expect(shown("电费结算复核", "结算")).toBe("电费[结算]复核")
  expect(shown("電費結算複核", "结算 电费")).toBe("[電費][結算]複核")
  expect(shown("Review of revenue, Revenue", "REV")).toBe("[Rev]iew of [rev]enue, [Rev]enue")
  expect(shown("3.1.1.2", "3.1.1")).toBe("[3.1.1].2")
  expect(shown("13.1.1", "3.1.1")).toBe("13.1.1")
  expect(shown("Restart", "start")).toBe("Restart")
  expect(shown("电费", "")).toBe("电费")
})

test("every point of the catalogue is found first by its own code, and by its own title", () => {
  const all = globSync("*.*.json", { cwd: "prisma/handbook" }).flatMap((name) => chapter.parse(JSON.parse(readFileSync(`prisma/handbook/${name}`, "utf8"))).points)
  const searched = all.map(({ code, title, description }) => point(code, title.zh, title.en, description.zh, description.en))
  expect(searched.length).toBeGreaterThan(600)
  for (const one of searched) expect(found(searched, one.code)[0]).toBe(one)
  for (const one of searched.filter((_, index) => index % 25 === 0)) {
    expect(found(searched, one.titleZh).slice(0, 3)).toContain(one)
    expect(found(searched, one.titleEn ?? one.code).slice(0, 3)).toContain(one)
  }
})
