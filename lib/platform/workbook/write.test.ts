import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "./read";
import type { RowToWrite } from "./sheet-writer";
import { writeWorkbook } from "./write";

const cell = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.constantFrom("=1+1", "+1", "-1", "@SUM(A1)", "_x000D_", "_x005F_x0041_", " a ", "a\r\nb\tc", "\u0000\u001f\uffff", "\ud800", "<&>\"'", "控制点"),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.integer(),
  fc.boolean(),
  fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
  fc.constant(null),
);

async function readBack(rows: readonly RowToWrite[], width: number) {
  const columns = Array.from({ length: width }, (_, index) => ({ heading: `H${index}` }));
  const reading = await readWorkbook(await writeWorkbook([{ name: "S", columns, rows }]));
  if (!reading.ok) throw new Error(reading.problem.code);
  const [sheet] = reading.sheets;
  expect(sheet?.problems).toEqual([]);
  return rows.map((row, index) => {
    const found = new Map(sheet?.rows.find((each) => each.number === index + 2)?.cells.map((each) => [each.column, each.value]));
    return row.map((_, column) => found.get(column + 1) ?? null);
  });
}

test("what was written is read back the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
      expect(await readBack(rows, 6)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test("another program reads texts that look like formulas as texts, dates as dates, and sees head, widths and lists", async () => {
  const bytes = await writeWorkbook(
    [{
      name: "It's <points>", frozenColumns: 1,
      columns: [{ heading: "编号", width: 12 }, { heading: "频率", list: "frequency" }, { heading: "日期", kind: "date" }],
      rows: [["=1+1", "monthly", new Date("2026-07-31T00:00:00Z")], ["@x", "weekly", new Date("2026-07-31T08:30:00Z")]],
    }],
    { sheet: "Lists", lists: [{ name: "frequency", heading: "频率", values: ["monthly", "weekly", "-daily"] }] },
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(Readable.from([Buffer.from(bytes)]));
  const [sheet, lists] = book.worksheets;
  expect([sheet?.name, lists?.name]).toEqual(["It's <points>", "Lists"]);
  expect(sheet?.getCell("A2").type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell("A2").value).toBe("=1+1");
  expect(sheet?.getCell("A3").value).toBe("@x");
  expect(sheet?.getCell("C2").value).toEqual(new Date("2026-07-31T00:00:00Z"));
  expect(sheet?.getCell("C3").value).toEqual(new Date("2026-07-31T08:30:00Z"));
  expect(sheet?.getCell("A1").font.bold).toBe(true);
  expect(sheet?.getColumn(1).width).toBe(12);
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1 });
  expect(sheet?.getCell("B3").dataValidation).toMatchObject({ type: "list", formulae: ["'Lists'!$A$2:$A$4"] });
  expect(lists?.getCell("A4").value).toBe("-daily");
});

test("a row is as high as its longest wrapped text, in Chinese and with line breaks", async () => {
  const columns = [{ heading: "a", width: 21 }, { heading: "b", width: 60 }];
  const bytes = await writeWorkbook([{ name: "S", columns, rows: [["short", "x"], ["内".repeat(25), "x"], ["x", "1\n2\n3\n4"], ["长".repeat(5000), "x"]] }]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(Readable.from([Buffer.from(bytes)]));
  expect([2, 3, 4, 5].map((row) => book.worksheets[0]?.getRow(row).height)).toEqual([16, 48, 64, 409]);
});

test("the same content gives the same bytes", async () => {
  const write = () => writeWorkbook([{ name: "S", columns: [{ heading: "a" }], rows: [["b", 1]] }]);
  expect(await write()).toEqual(await write());
});

test.each(["", "a/b", "x".repeat(32), "'a", "a:b"])("a sheet cannot be called %j", async (name) => {
  await expect(writeWorkbook([{ name, columns: [], rows: [] }])).rejects.toThrow(RangeError);
});

test.each([["a text too long", "x".repeat(32_768)], ["not a number", Number.NaN], ["a date before 1900", new Date("1899-12-31T00:00:00Z")]])(
  "%s is refused rather than cut",
  async (_, value) => {
    await expect(writeWorkbook([{ name: "S", columns: [], rows: [[value]] }])).rejects.toThrow(RangeError);
  },
);

test("a column cannot offer a list that is not there, and two sheets cannot share a name", async () => {
  await expect(writeWorkbook([{ name: "S", columns: [{ heading: "a", list: "nothing" }], rows: [] }])).rejects.toThrow("nothing");
  await expect(writeWorkbook([{ name: "S", columns: [], rows: [] }, { name: "s", columns: [], rows: [] }])).rejects.toThrow(RangeError);
});
