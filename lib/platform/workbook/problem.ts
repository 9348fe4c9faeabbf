/** The codes by which a workbook is refused or a cell faulted; their wording is in `messages/<locale>/workbook.json`. */
export const workbookProblemCodes = [
  "not-a-workbook", "old-format", "damaged", "encrypted", "macros", "external-links", "forbidden-markup",
  "too-large", "too-large-unpacked", "too-many-parts", "too-many-sheets", "too-many-rows", "too-many-columns",
  "too-many-cells", "calling-formula", "calling-name", "formula", "merged-cells", "error-value", "too-many-problems", "empty-sheet", "missing-heading",
  "duplicate-heading", "unknown-heading", "no-heading", "empty", "too-long", "number-not-text", "not-a-text",
  "not-a-number", "not-a-whole-number", "out-of-range", "not-a-date", "not-a-choice",
] as const;

export type WorkbookProblemCode = (typeof workbookProblemCodes)[number];

/** What is wrong and where: `cell` is an address such as C7, or a range such as A1:B2. */
export type WorkbookProblem = {
  code: WorkbookProblemCode;
  sheet?: string;
  cell?: string;
  params: Record<string, string | number>;
};

/** Thrown within the reader, and caught by it, where reading must stop. */
export class WorkbookRefusal extends Error {
  readonly problem: WorkbookProblem;
  constructor(problem: Omit<WorkbookProblem, "params"> & { params?: WorkbookProblem["params"] }) {
    super(problem.code);
    this.problem = { params: {}, ...problem };
  }
}
