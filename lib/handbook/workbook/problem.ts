import type { WorkbookProblem } from "@/lib/platform/workbook/problem"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import type chinese from "@/messages/zh-CN/handbook.json"

/** What the handbook itself finds wrong; its words are `handbook.problems.<code>`. */
export type ProblemCode = keyof typeof chinese.problems

export function ofWorkbook({ code, ...rest }: WorkbookProblem): HandbookProblem {
  return { message: `workbook.${code}`, ...rest }
}

/** Collects problems at the cells of one sheet. */
export function at(sheet: string, problems: HandbookProblem[]) {
  return (code: ProblemCode, cell: string | undefined, params: HandbookProblem["params"] = {}) => {
    problems.push({ message: `handbook.problems.${code}`, sheet, cell, params })
  }
}
export type Say = ReturnType<typeof at>
