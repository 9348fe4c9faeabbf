import { z } from "zod"
import { askTester, declineTester, endBorrowing, lendTester, withdrawAsking } from "@/lib/borrowings/commands/borrow"
import { listBorrowings } from "@/lib/borrowings/queries/borrowings"
import { borrowingLifecycle } from "@/lib/borrowings/rules/lifecycle"
import { askTesterSchema, borrowingFilterSchema, borrowingWithReasonSchema, lendTesterSchema } from "@/lib/borrowings/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const changed = z.object({ id: z.string(), number: z.string(), status: z.enum(borrowingLifecycle.states), version: z.number().int() })
const change = { method: "POST", kind: "change", output: changed } as const
const listed = z.looseObject({ id: z.string(), unitId: z.string(), number: z.string(), standing: z.string(), lastDay: z.string(), version: z.number().int() })

/** Borrowed testers over HTTP: the same commands as the pages'. */
export const borrowingOperations: Operation[] = [
  operation({
    method: "GET", path: "/borrowings", summary: "Testers borrowed and lent, the latest first", kind: "list", input: borrowingFilterSchema,
    output: z.object({ items: z.array(listed), next: z.string().nullable() }), run: listBorrowings,
  }),
  operation({ method: "POST", path: "/borrowings", summary: "Ask for a tester for some papers; with a person, lend them at once", kind: "create", input: askTesterSchema, output: changed, run: askTester }),
  operation({ ...change, path: "/borrowings/{id}/lend", summary: "Lend a tester of another unit", input: lendTesterSchema, run: lendTester }),
  operation({ ...change, path: "/borrowings/{id}/decline", summary: "Decline to lend", input: borrowingWithReasonSchema, run: declineTester }),
  operation({ ...change, path: "/borrowings/{id}/withdraw", summary: "No longer ask", input: borrowingWithReasonSchema, run: withdrawAsking }),
  operation({ ...change, path: "/borrowings/{id}/end", summary: "End a loan before its last day", input: borrowingWithReasonSchema, run: endBorrowing }),
]
