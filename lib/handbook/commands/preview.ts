import { Prisma } from "@/lib/platform/generated/client"
import { compare } from "@/lib/handbook/rules/difference"
import { lacksOf } from "@/lib/handbook/rules/lacks"
import { inOrder } from "@/lib/handbook/rules/problems"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { ImportSummary } from "@/lib/handbook/schema/difference"
import type { HandbookProblem } from "@/lib/handbook/schema/problem"
import type { Base } from "./base"

const mostProblems = 500

/** What a workbook's content would make of the edition it is compared with, as the row of an import keeps it. */
export function previewOf(read: { content: HandbookContent | null; problems: HandbookProblem[] }, base: Base | null) {
  const content = read.content && { ...read.content, title: read.content.title ?? base?.content.title ?? null }
  const found = content && !content.title ? [{ message: "handbook.problems.missing-title", params: {} }] : inOrder(read.problems)
  const rest = found.length - mostProblems
  const problems = rest > 0 ? [...found.slice(0, mostProblems), { message: "handbook.problems.unlisted", params: { count: rest } }] : found
  const difference = content && compare(base?.content ?? null, content)
  const summary: ImportSummary = { difference, base: base && { id: base.id, number: base.number, version: base.version }, lacks: content ? lacksOf(content) : [] }
  return { difference, problems: found.length, row: { problems, summary, content: found.length === 0 && content ? content : Prisma.DbNull } }
}
