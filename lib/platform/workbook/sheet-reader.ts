import { columnLetters, parseAddress } from "./address";
import { callsOut } from "./calls-out";
import { dateOfSerial } from "./dates";
import { unescapeCellText } from "./escapes";
import type { WorkbookLimits } from "./limits";
import { type Attributes, type MarkupHandlers, readMarkup } from "./markup";
import { type WorkbookProblem, WorkbookRefusal } from "./problem";

export type CellValue = string | number | boolean | Date | null;
/** `faulty`: the cell holds a formula or an error value, listed among the sheet's problems, and its value is null. */
export type Cell = { address: string; column: number; value: CellValue; faulty: boolean };
export type Row = { number: number; cells: Cell[] };
/** Rows and cells that hold something, in order. */
export type Sheet = { name: string; rows: Row[]; problems: WorkbookProblem[] };

export type SheetContext = { strings: readonly string[]; dateStyles: readonly boolean[]; from1904: boolean; limits: WorkbookLimits; cellsSoFar: number };

/** Streams one worksheet. Formulas are not evaluated and their remembered results not believed. */
export async function readSheet(chunks: AsyncIterable<Buffer>, name: string, context: SheetContext): Promise<Sheet> {
  const reader = new SheetReader(name, context);
  await readMarkup(chunks, reader.handlers);
  if (reader.unlisted > 0) reader.sheet.problems.push({ code: "too-many-problems", sheet: name, params: { count: reader.unlisted } });
  return reader.sheet;
}

// Excel's own limit, in characters.
const longestFormula = 8_192;
const formulas = new Set(["f", "formula", "formula1", "formula2"]);

class SheetReader {
  readonly sheet: Sheet;
  unlisted = 0;
  private row: Row = { number: 0, cells: [] };
  private formula = "";
  /** The cells that a rule outside of them (a drop-down, a format) is about. */
  private range = "";
  private cell = { address: "", column: 0, type: "n", style: 0, text: "", formula: false };
  private readonly context: SheetContext;

  constructor(name: string, context: SheetContext) {
    this.sheet = { name, rows: [], problems: [] };
    this.context = context;
  }

  readonly handlers: MarkupHandlers = {
    open: (name, attributes) => {
      if (name === "c") this.openCell(attributes);
      else if (name === "f") this.cell.formula = true;
      else if (name === "dataValidation" || name === "conditionalFormatting") this.range = attributes.sqref ?? "";
      else if (name === "row") this.openRow(attributes);
      else if (name === "mergeCell") this.report("merged-cells", attributes.ref ?? "");
    },
    text: (text, around) => {
      const inside = around.at(-1);
      if (inside !== undefined && formulas.has(inside)) this.addFormula(text);
      else if (inside === "v" || (inside === "t" && !around.includes("rPh"))) this.cell.text += text;
    },
    close: (name) => {
      if (formulas.has(name)) this.closeFormula(name === "f" ? this.cell.address : this.range);
      else if (name === "c") this.closeCell();
    },
  };

  private openRow(attributes: Attributes) {
    const number = attributes.r === undefined ? this.row.number + 1 : Number(attributes.r);
    if (!Number.isInteger(number) || number <= this.row.number) throw new WorkbookRefusal({ code: "damaged" });
    this.row = { number, cells: [] };
    this.cell.column = 0;
  }

  private openCell(attributes: Attributes) {
    const column = attributes.r === undefined ? this.cell.column + 1 : (parseAddress(attributes.r)?.column ?? 0);
    const address = `${columnLetters(column)}${this.row.number}`;
    if (column <= this.cell.column || (attributes.r !== undefined && attributes.r !== address)) throw new WorkbookRefusal({ code: "damaged" });
    this.cell = { address, column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "", formula: false };
  }

  private addFormula(text: string) {
    this.formula += text;
    if (this.formula.length > longestFormula) throw new WorkbookRefusal({ code: "forbidden-markup" });
  }

  private closeFormula(cell: string) {
    const by = callsOut(this.formula);
    this.formula = "";
    const sheet = this.sheet.name;
    if (by !== null) throw new WorkbookRefusal({ code: "calling-formula", sheet, cell, params: { sheet, cell, by } });
  }

  private closeCell() {
    const { address, column, formula, type } = this.cell;
    const value = formula || type === "e" ? null : this.value();
    if (value === null && !formula && type !== "e") return;
    if (formula) this.report("formula", address);
    else if (type === "e") this.report("error-value", address);
    this.measure();
    if (this.row.cells.length === 0) this.sheet.rows.push(this.row);
    this.row.cells.push({ address, column, value, faulty: value === null });
  }

  private measure() {
    const { limits } = this.context;
    const sheet = this.sheet.name;
    if (this.row.number > limits.rows) throw new WorkbookRefusal({ code: "too-many-rows", sheet, params: { sheet, limit: limits.rows } });
    if (this.cell.column > limits.columns) throw new WorkbookRefusal({ code: "too-many-columns", sheet, params: { sheet, limit: limits.columns } });
    if (++this.context.cellsSoFar > limits.cells) throw new WorkbookRefusal({ code: "too-many-cells", sheet, params: { limit: limits.cells } });
  }

  private value(): CellValue {
    const { type, text, style } = this.cell;
    if (type === "inlineStr" || type === "str") return text === "" ? null : unescapeCellText(text);
    if (text === "") return null;
    if (type === "s") return this.sharedString(Number(text));
    if (type === "b") return text.trim() === "1" || text.trim() === "true";
    if (type === "d") return this.dated(new Date(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes("T") ? "Z" : ""}`));
    const number = Number(text);
    if (!Number.isFinite(number)) throw new WorkbookRefusal({ code: "damaged", sheet: this.sheet.name, cell: this.cell.address });
    return this.context.dateStyles[style] ? (dateOfSerial(number, this.context.from1904) ?? number) : number;
  }

  private sharedString(index: number): CellValue {
    const text = this.context.strings[index];
    if (text === undefined) throw new WorkbookRefusal({ code: "damaged", sheet: this.sheet.name, cell: this.cell.address });
    return text === "" ? null : text;
  }

  private dated(date: Date): CellValue {
    if (Number.isNaN(date.getTime())) throw new WorkbookRefusal({ code: "damaged", sheet: this.sheet.name, cell: this.cell.address });
    return date;
  }

  private report(code: "formula" | "error-value" | "merged-cells", cell: string) {
    if (this.sheet.problems.length >= this.context.limits.problems) this.unlisted++;
    else this.sheet.problems.push({ code, sheet: this.sheet.name, cell, params: {} });
  }
}
