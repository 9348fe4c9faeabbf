/** How much of a stranger's workbook is read before it is refused. Sizes in bytes. */
export type WorkbookLimits = {
  size: number;
  unpackedSize: number;
  parts: number;
  sheets: number;
  /** Rows and columns of one sheet that hold a value; formatted but empty ones do not count. */
  rows: number;
  columns: number;
  /** Cells of the whole workbook. */
  cells: number;
  /** Problems listed per sheet; the rest is counted. */
  problems: number;
};

export const defaultLimits: WorkbookLimits = {
  size: 20_000_000,
  unpackedSize: 100_000_000,
  parts: 2_000,
  sheets: 50,
  rows: 20_000,
  columns: 200,
  cells: 1_000_000,
  problems: 500,
};
