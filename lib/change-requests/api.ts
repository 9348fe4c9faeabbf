import { z } from "zod"
import { acceptRequest, carryRequest } from "@/lib/change-requests/commands/accept"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { answerRequest, askRequest, declineRequest, takeUpRequest, withdrawRequest } from "@/lib/change-requests/commands/judge"
import { listRequests } from "@/lib/change-requests/queries/requests"
import { acceptRequestSchema, requestFilterSchema, sayRequestSchema, submitRequestSchema, takeUpSchema } from "@/lib/change-requests/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const listed = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), pointId: z.string().nullable(), code: z.string(), field: z.string(), status: z.string(),
  filedAt: z.iso.datetime(), filer: text.nullable(), draftId: z.string().nullable(),
})
const changed = z.object({ id: z.string() })
const change = { method: "POST", kind: "change", output: changed } as const

/** Change requests over HTTP: the same commands as the pages'. */
export const changeRequestOperations: Operation[] = [
  operation({
    method: "GET", path: "/change-requests", summary: "Change requests on the handbook, the latest first", kind: "list",
    input: requestFilterSchema, output: z.object({ items: z.array(listed), next: z.string().nullable() }), run: listRequests,
  }),
  operation({ method: "POST", path: "/change-requests", summary: "Propose a change of a point or step", kind: "create", input: submitRequestSchema, output: changed.extend({ number: z.string() }), run: submitRequest }),
  operation({ ...change, path: "/change-requests/{id}/take-up", summary: "Take a request up", input: takeUpSchema, run: takeUpRequest }),
  operation({ ...change, path: "/change-requests/{id}/ask", summary: "Ask the plant about its request", input: sayRequestSchema, run: askRequest }),
  operation({ ...change, path: "/change-requests/{id}/answer", summary: "Answer the company's question", input: sayRequestSchema, run: answerRequest }),
  operation({ ...change, path: "/change-requests/{id}/accept", summary: "Accept with the final wording, into the draft edition", input: acceptRequestSchema, output: changed.extend({ editionId: z.string() }), run: acceptRequest }),
  operation({ ...change, path: "/change-requests/{id}/carry", summary: "Write an accepted request into the open draft once more", input: takeUpSchema, output: changed.extend({ editionId: z.string() }), run: carryRequest }),
  operation({ ...change, path: "/change-requests/{id}/decline", summary: "Decline with the reason", input: sayRequestSchema, run: declineRequest }),
  operation({ ...change, path: "/change-requests/{id}/withdraw", summary: "Withdraw a request", input: sayRequestSchema, run: withdrawRequest }),
]
