import { z } from "zod"

/** A problem of a workbook at its cell; `message` is a full message key. */
export const handbookProblem = z.object({
  message: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type HandbookProblem = z.infer<typeof handbookProblem>
