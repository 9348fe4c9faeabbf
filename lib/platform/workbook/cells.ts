import type { WorkbookProblem } from "./problem";
import type { CellValue } from "./sheet-reader";

/** Reads one cell that is not empty. */
export type Parse<Value> = (value: Exclude<CellValue, null>) => { ok: true; value: Value } | ({ ok: false } & Pick<WorkbookProblem, "code" | "params">);

const fault = (code: WorkbookProblem["code"], params: WorkbookProblem["params"] = {}) => ({ ok: false as const, code, params });
const found = <Value>(value: Value) => ({ ok: true as const, value });

/** A text, trimmed at both ends; numbers are taken as they are written. */
export function text(limit = 4_000): Parse<string> {
  return (value) => {
    if (typeof value !== "string" && typeof value !== "number") return fault("not-a-text");
    const trimmed = String(value).replace(/\r\n?/g, "\n").trim();
    return trimmed.length > limit ? fault("too-long", { limit, length: trimmed.length }) : found(trimmed);
  };
}

/** A code such as 3.10. A cell that holds a number is refused: Excel has already made it 3.1. */
export function code(limit = 40): Parse<string> {
  return (value) => (typeof value === "number" ? fault("number-not-text", { value }) : text(limit)(value));
}

/** A number between two bounds, also from a text such as "1,200.5". */
export function decimal(least = -Number.MAX_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Parse<number> {
  return (value) => {
    const number = typeof value === "number" ? value : typeof value === "string" ? numberOf(value) : null;
    if (number === null) return fault("not-a-number", { value: String(value) });
    return number < least || number > most ? fault("out-of-range", { least, most }) : found(number);
  };
}

function numberOf(value: string): number | null {
  const plain = value.normalize("NFKC").trim();
  return /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(",", "")) : null;
}

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number): Parse<number> {
  return (value) => {
    const number = decimal(least, most)(value);
    return number.ok && !Number.isInteger(number.value) ? fault("not-a-whole-number", { value: number.value }) : number;
  };
}

/** A day as 2026-07-31, from a date cell or from a text such as 2026/7/31, 2026.7.31 or 2026年7月31日. */
export function day(): Parse<string> {
  return (value) => {
    if (value instanceof Date) return found(value.toISOString().slice(0, 10));
    const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(value).normalize("NFKC").trim()) ?? [];
    const iso = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
    const real = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== iso ? fault("not-a-date", { value: String(value) }) : found(iso);
  };
}

/** One of some values, written as the value itself or by its name in any language. */
export function choice<const Value extends string>(options: readonly { value: Value; names: readonly string[] }[]): Parse<Value> {
  const byName = new Map(options.flatMap((option) => [option.value, ...option.names].map((name) => [comparable(name), option.value] as const)));
  const choices = options.map((option) => option.names[0] ?? option.value).join(", ");
  return (value) => {
    const chosen = byName.get(comparable(String(value)));
    return chosen === undefined ? fault("not-a-choice", { value: String(value), choices }) : found(chosen);
  };
}

/** Headings and names compare without regard to width, case and spaces. */
export function comparable(value: string): string {
  return value.normalize("NFKC").toLowerCase().replace(/[\s\u200b\ufeff]+/g, "");
}
