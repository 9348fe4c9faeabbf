import { expect, expectTypeOf, test } from "vitest";
import { choice, code, day, decimal, text, wholeNumber } from "./cells";
import { readWorkbook } from "./read";
import type { CellValue } from "./sheet-reader";
import { readTable } from "./table";
import { writeWorkbook } from "./write";

const columns = {
  code: { headings: { "zh-CN": "编号", "zh-TW": "編號", en: "Code" }, required: true, parse: code() },
  title: { headings: { "zh-CN": "标题", "zh-TW": "標題", en: "Title" }, required: true, parse: text(20) },
  frequency: {
    headings: { "zh-CN": "频率", "zh-TW": "頻率", en: "Frequency" }, required: false,
    parse: choice([{ value: "monthly", names: ["每月", "Monthly"] }, { value: "many-a-day", names: ["每日多次", "Many times a day"] }]),
  },
  amount: { headings: { "zh-CN": "金额", "zh-TW": "金額", en: "Amount" }, required: false, mayBeAbsent: true, parse: decimal(0) },
} as const;

async function read(head: CellValue[], ...rows: CellValue[][]) {
  const reading = await readWorkbook(await writeWorkbook([{ name: "点", columns: [], rows: [head, ...rows] }]));
  const sheet = reading.ok ? reading.sheets[0] : undefined;
  if (!sheet) throw new Error("no sheet");
  return { sheet, ...readTable(sheet, columns) };
}
const places = (problems: { code: string; cell?: string }[]) => problems.map((problem) => `${problem.code} ${problem.cell}`);

test("headings are known in three languages, in any order, width and case", async () => {
  for (const head of [["频率", "编号", "标题"], ["頻率", "編號", "標題"], ["FREQUENCY ", " code", "Ｔｉｔｌｅ"]]) {
    const { rows, problems } = await read(head, ["每月", "3.10", "复核"]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { number: 3, values: { code: "3.10", title: "复核", frequency: "monthly", amount: null }, cells: { frequency: "A3", code: "B3", title: "C3", amount: "A3" } },
    ]);
  }
});

test("values have the type that their column's parser gives", async () => {
  const { rows } = await read(["编号", "标题", "频率"], ["1", "a", null]);
  const values = rows[0]?.values;
  expectTypeOf(values?.code).toEqualTypeOf<string | undefined>();
  expectTypeOf(values?.frequency).toEqualTypeOf<"monthly" | "many-a-day" | null | undefined>();
  expectTypeOf(values?.amount).toEqualTypeOf<number | null | undefined>();
  expect(values?.frequency).toBeNull();
});

test("a missing, a twofold and an unknown heading are told, and no row is read", async () => {
  const { rows, problems } = await read(["编号", "Code", "颜色", "频率"], ["1", "2", "3", "每月"]);
  expect(rows).toEqual([]);
  expect(places(problems)).toEqual(["duplicate-heading B2", "unknown-heading C2", "missing-heading A2"]);
  expect(problems[2]?.params).toEqual({ heading: "标题" });
});

test("each faulty cell is told with its address, and good rows are read nevertheless", async () => {
  const { rows, problems } = await read(["编号", "标题", "频率", "金额"], [3.1, "a", "每月", 1], ["2", " ", "yearly", -1], [" ", null, "  "], ["4", "x".repeat(21), null, "1,200.50"], ["5", "好", "每日多次", "1,200.50", "stray"], ["6", "好", null, "1,200.50"]);
  expect(places(problems)).toEqual(["number-not-text A3", "empty B4", "not-a-choice C4", "out-of-range D4", "too-long B6", "no-heading E7"]);
  expect(problems[2]?.params).toEqual({ value: "yearly", choices: "每月, 每日多次" });
  expect(rows.map((row) => [row.number, row.values.amount])).toEqual([[8, 1200.5]]);
});

test("a formula is told once, and not as an empty cell as well", async () => {
  const { sheet } = await read(["编号", "标题", "频率"], ["1", "x", null]);
  const cells = sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.address === "B3" ? { ...cell, value: null, faulty: true } : cell)) }));
  const { rows, problems } = readTable({ ...sheet, rows: cells, problems: [{ code: "formula", sheet: "点", cell: "B3", params: {} }] }, columns);
  expect(places(problems)).toEqual(["formula B3"]);
  expect(rows).toEqual([]);
});

test("a sheet with nothing in it is told to be empty", () => {
  expect(readTable({ name: "点", rows: [], problems: [] }, columns).problems).toEqual([{ code: "empty-sheet", sheet: "点", params: {} }]);
});

test.each([
  ["2026/7/31", "2026-07-31"], ["2026年7月31日", "2026-07-31"], ["2026.07.31", "2026-07-31"], ["2026-02-29", null], ["31.7.2026", null], ["soon", null],
])("the day %s is read as %s", (written, iso) => {
  const read = day()(written);
  expect(read.ok ? read.value : null).toBe(iso);
});

test("a date cell is a day, and a whole number has no fraction", () => {
  expect(day()(new Date("2026-07-31T08:00:00Z"))).toEqual({ ok: true, value: "2026-07-31" });
  expect(wholeNumber(1, 10)(2.5)).toEqual({ ok: false, code: "not-a-whole-number", params: { value: 2.5 } });
  expect(wholeNumber(1, 10)("１０")).toEqual({ ok: true, value: 10 });
});
