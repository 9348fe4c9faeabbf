import { randomBytes } from "node:crypto";
import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import type { WorkbookLimits } from "./limits";
import { type Part, writePackage } from "./package-writer";
import { readWorkbook } from "./read";
import { writeWorkbook } from "./write";

const small = () => writeWorkbook([{ name: "Points", columns: [{ heading: "Code" }], rows: [["2.1.5.2"]] }]);

async function refusal(bytes: Uint8Array | string, limits: Partial<WorkbookLimits> = {}) {
  const reading = await readWorkbook(bytes, limits);
  return reading.ok ? null : reading.problem;
}

/** A workbook of one sheet with the given markup, and parts added or replaced. */
function handmade(sheet: string, changes: Record<string, string> = {}) {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = new Map(Object.entries({
    "[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${rel}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...changes,
  }));
  return writePackage([...parts].map(([name, content]): Part => ({ name, content: [content] })));
}

test("a renamed text file, another zip and an empty file are not workbooks", async () => {
  const word = handmade("", { "[Content_Types].xml": '<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' });
  for (const bytes of [Buffer.from("code,title\n2.1,x"), Buffer.alloc(0), await writePackage([{ name: "a.txt", content: ["hello"] }]), await word])
    expect((await refusal(bytes))?.code).toBe("not-a-workbook");
});

test("a file cut short anywhere is damaged", async () => {
  const whole = await small();
  for (const part of [0.1, 0.5, 0.9, 0.99]) expect((await refusal(whole.subarray(0, Math.floor(whole.length * part))))?.code).toBe("damaged");
});

test("a byte changed anywhere is refused or changes nothing, and never throws", async () => {
  const whole = await small();
  const honest = JSON.stringify(await readWorkbook(whole));
  const other: number[] = [];
  let refused = 0;
  for (let at = 0; at < whole.length; at += 3) {
    const bent = Uint8Array.from(whole);
    bent[at] = (bent[at] ?? 0) ^ 0x55;
    const reading = await readWorkbook(bent);
    if (!reading.ok) refused++;
    else if (JSON.stringify(reading) !== honest) other.push(at);
  }
  expect(other).toEqual([]);
  expect(refused).toBeGreaterThan(whole.length / 6);
});

test("a workbook behind a password, and one of before 2007, are told apart", async () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), randomBytes(600)]);
  expect((await refusal(ole))?.code).toBe("old-format");
  expect((await refusal(Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")])))?.code).toBe("encrypted");
});

test("a zip bomb is refused by its declared size, and by its true size where it lies", async () => {
  const zeros = `<row r="1"><c r="A1"><v>${"0".repeat(60_000_000)}</v></c></row>`;
  const bomb = await handmade(zeros);
  expect(bomb.length).toBeLessThan(100_000);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(`<worksheet><sheetData>${zeros}</sheetData></worksheet>`));
  const before = process.memoryUsage().rss;
  expect(await refusal(bomb, { unpackedSize: 5_000_000 })).toMatchObject({ code: "too-large-unpacked", params: { megabytes: 5 } });
  const lying = Buffer.from(bomb);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1000, at);
  expect(lying.equals(bomb)).toBe(false);
  expect((await refusal(lying, { unpackedSize: 5_000_000 }))?.code).toBe("damaged");
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test("a file, sheet, row, column or cell beyond the limit is refused with its limit and place", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [index, index, index]);
  const bytes = await writeWorkbook([{ name: "One", columns: [{ heading: "a" }], rows }, { name: "Two", columns: [], rows: [] }]);
  expect(await refusal(bytes, { size: 100 })).toMatchObject({ code: "too-large" });
  expect(await refusal(bytes, { rows: 30 })).toMatchObject({ code: "too-many-rows", sheet: "One", params: { limit: 30 } });
  expect(await refusal(bytes, { columns: 2 })).toMatchObject({ code: "too-many-columns", sheet: "One" });
  expect(await refusal(bytes, { cells: 80 })).toMatchObject({ code: "too-many-cells" });
  expect(await refusal(bytes, { sheets: 1 })).toMatchObject({ code: "too-many-sheets" });
  expect(await refusal(bytes, { parts: 3 })).toMatchObject({ code: "too-many-parts" });
  expect(await refusal(bytes, { rows: 31, columns: 3, cells: 91, sheets: 2 })).toBeNull();
});

test("a hundred thousand rows are refused at once by default, and read where the limits allow it", async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => [`P-${index}`, index]);
  const bytes = await writeWorkbook([{ name: "Population", columns: [{ heading: "Number" }, { heading: "Amount" }], rows }]);
  const before = process.memoryUsage().rss;
  const since = performance.now();
  expect(await refusal(bytes)).toMatchObject({ code: "too-many-rows", sheet: "Population", params: { sheet: "Population", limit: 20_000 } });
  // Measured on two cores: 0.1 s and 15 MB.
  expect([performance.now() - since < 2000, process.memoryUsage().rss - before < 100_000_000]).toEqual([true, true]);
  const reading = await readWorkbook(bytes, { rows: 200_000 });
  expect(reading.ok && reading.sheets[0]?.rows.at(-1)).toMatchObject({ number: 100_001, cells: [{ value: "P-99999" }, { value: 99_999 }] });
});

test("macros, links to other workbooks and document types are refused", async () => {
  const macro = '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  expect((await refusal(await handmade("", { "[Content_Types].xml": macro })))?.code).toBe("macros");
  expect((await refusal(await handmade("", { "xl/vbaProject.bin": "x" })))?.code).toBe("macros");
  expect((await refusal(await handmade("", { "xl/externalLinks/externalLink1.xml": "<x/>" })))?.code).toBe("external-links");
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>';
  expect((await refusal(await handmade("", { "xl/worksheets/sheet1.xml": laughs })))?.code).toBe("forbidden-markup");
  expect((await refusal(await handmade("<a>".repeat(100))))?.code).toBe("forbidden-markup");
});

test("a formula that calls out is refused with its cell, wherever it stands", async () => {
  const cell = (formula: string) => `<row r="2"><c r="B2"><f>${formula}</f><v>1</v></c></row>`;
  for (const formula of ['_xlfn.WEBSERVICE("http://127.0.0.1/")', "cmd|'/C calc'!A0", 'DDE("a";"b";"c")', "[1]S!A1"])
    expect(await refusal(await handmade(cell(formula))), formula).toMatchObject({ code: "calling-formula", sheet: "S", cell: "B2", params: { sheet: "S", cell: "B2" } });
  const rule = '</sheetData><dataValidations><dataValidation type="custom" sqref="C2:C9"><formula1>WEBSERVICE("http://127.0.0.1/")=1</formula1></dataValidation></dataValidations><sheetData>';
  expect(await refusal(await handmade(rule))).toMatchObject({ code: "calling-formula", cell: "C2:C9" });
  const named = '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets><definedNames><definedName name="x">WEBSERVICE("http://127.0.0.1/")</definedName></definedNames></workbook>';
  expect(await refusal(await handmade("", { "xl/workbook.xml": named }))).toMatchObject({ code: "calling-name" });
  expect(await refusal(await handmade(cell("A1".repeat(5_000))))).toMatchObject({ code: "forbidden-markup" });
  expect(await refusal(await handmade(cell("SUM(A1:A9)")))).toBeNull();
});

test("rows and cells out of order or without a place, and texts that do not exist, are damage", async () => {
  for (const sheet of ['<row r="2"/><row r="1"/>', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A2"><v>1</v></c></row>', '<row r="x"/>', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', '<row r="1"><c r="A1"><v>one</v></c></row>', "<row>"])
    expect((await refusal(await handmade(sheet)))?.code, sheet).toBe("damaged");
});

test("names like __proto__ are only names", async () => {
  const reading = await readWorkbook(await handmade('<row r="1"><c r="A1" t="str" __proto__="x"><v>__proto__</v></c><c r="B1" t="str"><v>constructor</v></c></row>'));
  expect(reading.ok && reading.sheets[0]?.rows[0]?.cells.map((cell) => cell.value)).toEqual(["__proto__", "constructor"]);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

test("another program's workbook: formulas, error values and merged cells are listed by address, hidden sheets by name", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("缺陷");
  sheet.addRow(["文本", 12.5, true, new Date("2026-07-31T00:00:00Z"), { richText: [{ text: "粗" }, { text: "细" }] }]);
  sheet.getCell("B3").value = { formula: "1+1", result: 2 };
  sheet.getCell("C3").value = { error: "#N/A" };
  sheet.getCell("A5").value = "合并";
  sheet.mergeCells("A5:C6");
  book.addWorksheet("secret", { state: "veryHidden" }).addRow(["hidden"]);
  const reading = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  if (!reading.ok) throw new Error(reading.problem.code);
  expect(reading.hidden).toEqual(["secret"]);
  const [first] = reading.sheets;
  expect(first?.rows[0]?.cells.map((cell) => cell.value)).toEqual(["文本", 12.5, true, new Date("2026-07-31T00:00:00Z"), "粗细"]);
  expect(first?.problems.map((problem) => [problem.code, problem.sheet, problem.cell])).toEqual([["formula", "缺陷", "B3"], ["error-value", "缺陷", "C3"], ["merged-cells", "缺陷", "A5:C6"]]);
  expect(first?.rows.find((row) => row.number === 3)?.cells).toEqual([
    { address: "B3", column: 2, value: null, faulty: true },
    { address: "C3", column: 3, value: null, faulty: true },
  ]);
});

test("a thousand formulas are listed up to the limit, and the rest counted", async () => {
  const cells = Array.from({ length: 1000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><f>1</f><v>1</v></c></row>`);
  const reading = await readWorkbook(await handmade(cells.join("")), { problems: 10 });
  expect(reading.ok && reading.sheets[0]?.problems.length).toBe(11);
  expect(reading.ok && reading.sheets[0]?.problems.at(-1)).toMatchObject({ code: "too-many-problems", params: { count: 990 } });
});

test("a workbook is read from a path as from its bytes", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "workbook-")), "a.xlsx");
  const bytes = await small();
  writeFileSync(path, bytes);
  expect(await readWorkbook(path)).toEqual(await readWorkbook(bytes));
  writeFileSync(path, Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(5000), Buffer.from("EncryptedPackage", "utf16le")]));
  expect((await refusal(path))?.code).toBe("encrypted");
});

test("700 rows of 45 columns are read in under a second", async () => {
  const columns = Array.from({ length: 45 }, (_, index) => ({ heading: `Column ${index}` }));
  const rows = Array.from({ length: 700 }, (_, row) => columns.map((_, column) => `控制点 ${row}.${column} 由会计每月复核并留下签字的记录`));
  const bytes = await writeWorkbook([{ name: "Points", columns, rows }]);
  const from = performance.now();
  expect((await readWorkbook(bytes)).ok).toBe(true);
  expect(performance.now() - from).toBeLessThan(1000);
});
