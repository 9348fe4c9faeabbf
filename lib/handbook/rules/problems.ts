import type { HandbookProblem } from "@/lib/handbook/schema/problem"

/** Problems as somebody goes through the workbook: sheet by sheet, down the rows and along each. */
export function inOrder(problems: readonly HandbookProblem[]): HandbookProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))]
  const place = ({ sheet, cell = "" }: HandbookProblem) => [sheets.indexOf(sheet), Number(/\d+/.exec(cell)?.[0] ?? 0), columnOf(cell)]
  return problems.map((problem) => ({ problem, at: place(problem) })).toSorted(({ at: one }, { at: other }) => Math.sign(one.map((value, index) => value - (other[index] ?? 0)).find((away) => away !== 0) ?? 0)).map(({ problem }) => problem)
}

function columnOf(cell: string): number {
  return [...(/^[A-Z]+/.exec(cell)?.[0] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
