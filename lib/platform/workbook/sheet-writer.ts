import { columnLetters } from "./address";
import { serialOfDate } from "./dates";
import { escapeCellText, escapeMarkup } from "./escapes";
import type { CellValue } from "./sheet-reader";
import { styleNumber } from "./styles-writer";

export type ColumnToWrite = {
  heading: string;
  /** In characters of the standard font, of which a Chinese one takes two; 16 unless told, 20 for dates. */
  width?: number;
  /** What an empty cell expects to be typed; texts unless told. */
  kind?: "text" | "number" | "date";
  /** The name of a value list: cells below the heading offer its values. */
  list?: string;
  /** The list offers its values and takes others too. */
  open?: boolean;
};
export type RowToWrite = readonly CellValue[];
export type SheetToWrite = {
  /** At most 31 characters, none of : \ / ? * [ ] */
  name: string;
  columns: readonly ColumnToWrite[];
  rows: Iterable<RowToWrite> | AsyncIterable<RowToWrite>;
  /** Columns that stay in view beside the head, which always does. */
  frozenColumns?: number;
};

const lastRow = 1_048_576;
const longestText = 32_767;

/** One worksheet as a stream of markup. `ranges` gives each value list's place, such as 'Lists'!$A$2:$A$9. */
export async function* sheetMarkup(sheet: SheetToWrite, ranges: ReadonlyMap<string, string>): AsyncGenerator<string> {
  const frozen = sheet.frozenColumns ?? 0;
  const corner = `${columnLetters(frozen + 1)}2`;
  const pane = frozen > 0 ? `xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight"` : `ySplit="1" topLeftCell="A2" activePane="bottomLeft"`;
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield `<sheetViews><sheetView workbookViewId="0"><pane ${pane} state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  if (sheet.columns.length > 0) yield `<cols>${sheet.columns.map(columnMarkup).join("")}</cols>`;
  yield "<sheetData>";
  yield rowMarkup(1, sheet.columns.map((column) => column.heading), sheet.columns, styleNumber.head);
  let number = 1;
  for await (const row of sheet.rows) {
    if (++number > lastRow) throw new RangeError("A worksheet ends at row 1,048,576");
    yield rowMarkup(number, row, sheet.columns);
  }
  yield "</sheetData>";
  if (sheet.columns.length > 0) yield `<autoFilter ref="A1:${columnLetters(sheet.columns.length)}${number}"/>`;
  yield validations(sheet, ranges);
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';
}

const widthOf = (column: ColumnToWrite | undefined) => column?.width ?? (column?.kind === "date" ? 20 : 16);
const lineHeight = 16;
const tallest = 409;

/** An estimate, since only some programs fit a row to its wrapped text on opening; not fixed, so that editing fits it anew. */
function heightOf(values: RowToWrite, columns: readonly ColumnToWrite[]): number {
  let lines = 1;
  for (const [index, value] of values.entries()) {
    if (typeof value !== "string") continue;
    const width = Math.max(widthOf(columns[index]) - 1, 2);
    const wrapped = value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(shownWidth(line) / width)), 0);
    lines = Math.max(lines, wrapped);
  }
  return Math.min(lines * lineHeight, tallest);
}

function shownWidth(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) width += line.charCodeAt(at) < 0x1100 ? 1 : 2;
  return width;
}

function columnMarkup(column: ColumnToWrite, index: number): string {
  const style = { text: styleNumber.text, number: styleNumber.plain, date: styleNumber.date }[column.kind ?? "text"];
  return `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1" style="${style}"/>`;
}

function rowMarkup(number: number, values: RowToWrite, columns: readonly ColumnToWrite[], style?: number): string {
  const cells = values.map((value, index) => (value === null || value === "" ? "" : cellMarkup(`${columnLetters(index + 1)}${number}`, value, style)));
  return `<row r="${number}" ht="${heightOf(values, columns)}">${cells.join("")}</row>`;
}

function cellMarkup(address: string, value: Exclude<CellValue, null>, style?: number): string {
  if (typeof value === "boolean") return `<c r="${address}" s="${style ?? styleNumber.plain}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`Cell ${address}: not a finite number`);
    return `<c r="${address}" s="${style ?? styleNumber.plain}"><v>${value}</v></c>`;
  }
  if (value instanceof Date) {
    const year = value.getUTCFullYear();
    if (!(year >= 1900 && year <= 9999)) throw new RangeError(`Cell ${address}: a date outside 1900 to 9999`);
    return `<c r="${address}" s="${value.getTime() % 86_400_000 === 0 ? styleNumber.date : styleNumber.time}"><v>${serialOfDate(value)}</v></c>`;
  }
  if (value.length > longestText) throw new RangeError(`Cell ${address}: a text of more than 32,767 characters`);
  const own = /^[=+\-@\t\r']/.test(value) ? styleNumber.quoted : styleNumber.text;
  return `<c r="${address}" s="${style ?? own}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`;
}

function validations(sheet: SheetToWrite, ranges: ReadonlyMap<string, string>): string {
  const rules = sheet.columns.flatMap((column, index) => {
    if (column.list === undefined) return [];
    const range = ranges.get(column.list);
    if (range === undefined) throw new RangeError(`No value list ${column.list}`);
    const letters = columnLetters(index + 1);
    const strict = column.open ? "" : ' showErrorMessage="1"';
    return [`<dataValidation type="list" allowBlank="1"${strict} sqref="${letters}2:${letters}${lastRow}"><formula1>${escapeMarkup(range)}</formula1></dataValidation>`];
  });
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>` : "";
}
