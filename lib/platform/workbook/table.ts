import { columnLetters } from "./address";
import { comparable, type Parse } from "./cells";
import type { WorkbookProblem } from "./problem";
import type { Cell, Row, Sheet } from "./sheet-reader";

type Headings = Readonly<Record<"zh-CN" | "zh-TW" | "en", string>>;
export type TableColumn<Value = unknown> = {
  headings: Headings;
  /** Every row must have a value. */
  required: boolean;
  /** The whole column may be left out; its values are then null. */
  mayBeAbsent?: boolean;
  parse: Parse<Value>;
};
export type TableColumns = Readonly<Record<string, TableColumn>>;

type ValueOf<Column> = Column extends { parse: Parse<infer Value>; required: infer Required } ? (Required extends true ? Value : Value | null) : never;
/** `cells` says where each value stands or would stand, for problems that are found later. */
export type TableRow<Columns extends TableColumns> = {
  number: number;
  values: { [Key in keyof Columns]: ValueOf<Columns[Key]> };
  cells: { [Key in keyof Columns]: string };
};
/** Rows without a problem of their own. Write nothing unless `problems` is empty. */
export type TableReading<Columns extends TableColumns> = { rows: TableRow<Columns>[]; problems: WorkbookProblem[] };

type Locale = keyof Headings;

/**
 * Reads a sheet as a table: the first row that holds something is the head, its headings in any of three languages and in any
 * order. The sheet's own problems (formulas, merged cells) come first. `locale` is the language in which missing headings are named.
 * Source: `domain.md` § 1.
 */
export function readTable<const Columns extends TableColumns>(sheet: Sheet, columns: Columns, locale?: Locale): TableReading<Columns>;
export function readTable(sheet: Sheet, columns: TableColumns, locale: Locale = "zh-CN") {
  const [head, ...body] = sheet.rows;
  if (!head) return { rows: [], problems: [...sheet.problems, { code: "empty-sheet" as const, sheet: sheet.name, params: {} }] };
  const { places, problems: headProblems } = readHead(sheet, head, columns, locale);
  const problems = [...sheet.problems, ...headProblems];
  if (headProblems.length > 0) return { rows: [], problems };
  const rows = body.filter(isFilled).flatMap((row) => {
    const read = readRow(sheet, row, columns, places);
    problems.push(...read.problems);
    return read.problems.length > 0 || row.cells.some((cell) => cell.faulty) ? [] : [read.row];
  });
  return { rows, problems };
}

const isBlank = (cell: Cell) => typeof cell.value === "string" && cell.value.trim() === "";
const isFilled = (row: Row) => row.cells.some((cell) => !isBlank(cell));

/** For each key, the number of its column in the sheet. */
function readHead(sheet: Sheet, head: Row, columns: TableColumns, locale: Locale) {
  const places = new Map<string, number>();
  const problems: WorkbookProblem[] = [];
  const keys = new Map(Object.entries(columns).flatMap(([key, column]) => Object.values(column.headings).map((heading) => [comparable(heading), key] as const)));
  for (const cell of head.cells.filter((each) => !each.faulty)) {
    const heading = String(cell.value);
    const key = keys.get(comparable(heading));
    if (key === undefined) problems.push({ code: "unknown-heading", sheet: sheet.name, cell: cell.address, params: { heading } });
    else if (places.has(key)) problems.push({ code: "duplicate-heading", sheet: sheet.name, cell: cell.address, params: { heading } });
    else places.set(key, cell.column);
  }
  for (const [key, column] of Object.entries(columns)) {
    if (places.has(key) || column.mayBeAbsent) continue;
    problems.push({ code: "missing-heading", sheet: sheet.name, cell: `A${head.number}`, params: { heading: column.headings[locale] } });
  }
  return { places, problems };
}

function readRow(sheet: Sheet, row: Row, columns: TableColumns, places: ReadonlyMap<string, number>) {
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const values = new Map<string, unknown>();
  const cells = new Map<string, string>();
  const headed = new Set(places.values());
  const problems: WorkbookProblem[] = row.cells
    .filter((cell) => !headed.has(cell.column) && !cell.faulty && !isBlank(cell))
    .map((cell) => ({ code: "no-heading", sheet: sheet.name, cell: cell.address, params: {} }));
  for (const [key, column] of Object.entries(columns)) {
    const place = places.get(key) ?? 0;
    const cell = `${columnLetters(place || 1)}${row.number}`;
    const read = readCell(byColumn.get(place), column);
    cells.set(key, cell);
    if (read.ok) values.set(key, read.value);
    else problems.push({ code: read.code, sheet: sheet.name, cell, params: read.params });
  }
  return { row: { number: row.number, values: Object.fromEntries(values), cells: Object.fromEntries(cells) }, problems };
}

function readCell(cell: Cell | undefined, column: TableColumn): ReturnType<Parse<unknown>> {
  if (cell?.faulty) return { ok: true, value: null };
  const value = cell?.value ?? null;
  if (cell && value !== null && !isBlank(cell)) return column.parse(value);
  return column.required ? { ok: false, code: "empty", params: {} } : { ok: true, value: null };
}
