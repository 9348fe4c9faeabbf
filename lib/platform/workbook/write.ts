import { columnLetters } from "./address";
import { escapeMarkup } from "./escapes";
import { type Part, writePackage } from "./package-writer";
import { type RowToWrite, sheetMarkup, type SheetToWrite } from "./sheet-writer";
import { stylesPart } from "./styles-writer";

/** One more sheet, with a column per list, which the columns' drop-downs refer to. */
export type ValueLists = { sheet: string; lists: readonly { name: string; heading: string; values: readonly string[] }[] };

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * An Excel workbook. Rows are taken one at a time and compressed at once, so that a long export needs no memory for its
 * rows. Texts stay texts, whatever they begin with; no formula is ever written. Times are written as they are in UTC.
 * Throws a RangeError for what Excel cannot hold: a bad sheet name, a text over 32,767 characters, a date outside 1900–9999.
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[], valueLists?: ValueLists): Promise<Uint8Array> {
  const all = valueLists ? [...sheets, listSheet(valueLists)] : [...sheets];
  checkNames(all);
  const ranges = new Map(
    valueLists?.lists.map((list, index) => {
      const letters = columnLetters(index + 1);
      return [list.name, `${quoted(valueLists.sheet)}!$${letters}$2:$${letters}$${Math.max(list.values.length, 1) + 1}`] as const;
    }),
  );
  return writePackage(parts(all, ranges));
}

function* parts(sheets: readonly SheetToWrite[], ranges: ReadonlyMap<string, string>): Generator<Part> {
  const numbers = sheets.map((_, index) => index + 1);
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${kind}.${type}+xml"/>`;
  yield { name: "[Content_Types].xml", content: [`${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${numbers.map((n) => override(`/xl/worksheets/sheet${n}.xml`, "worksheet")).join("")}</Types>`] };
  yield { name: "_rels/.rels", content: [relations([["officeDocument", "xl/workbook.xml"]])] };
  yield { name: "xl/workbook.xml", content: [workbookMarkup(sheets)] };
  yield { name: "xl/_rels/workbook.xml.rels", content: [relations([...numbers.map((n): [string, string] => ["worksheet", `worksheets/sheet${n}.xml`]), ["styles", "styles.xml"]])] };
  yield { name: "xl/styles.xml", content: [stylesPart] };
  for (const [index, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetMarkup(sheet, ranges) };
}

function relations(targets: [string, string][]): string {
  const each = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

/** Each sheet repeats its head on every printed page. */
function workbookMarkup(sheets: readonly SheetToWrite[]): string {
  const list = sheets.map((sheet, index) => `<sheet name="${escapeMarkup(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const titles = sheets.map((sheet, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeMarkup(quoted(sheet.name))}!$1:$1</definedName>`);
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

function listSheet({ sheet, lists }: ValueLists): SheetToWrite {
  const length = Math.max(0, ...lists.map((list) => list.values.length));
  const rows: RowToWrite[] = Array.from({ length }, (_, row) => lists.map((list) => list.values[row] ?? null));
  return { name: sheet, columns: lists.map((list) => ({ heading: list.heading, width: 28 })), rows };
}

const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;

function checkNames(sheets: readonly SheetToWrite[]) {
  const names = new Set<string>();
  for (const { name } of sheets) {
    const bad = /[:\\/?*[\]\p{Cc}\ufffe\uffff\p{Surrogate}]|^'|'$|^$/u.test(name) || name.length > 31;
    if (bad || names.has(name.toLowerCase()))
      throw new RangeError(`Not a sheet name, or used twice: ${name}`);
    names.add(name.toLowerCase());
  }
  if (names.size === 0) throw new RangeError("A workbook needs a sheet");
}
