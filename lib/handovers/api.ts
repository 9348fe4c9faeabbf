import { z } from "zod"
import { cancelHandover } from "@/lib/handovers/commands/cancel"
import { superviseHandover } from "@/lib/handovers/commands/complete"
import { declineHandover } from "@/lib/handovers/commands/decline"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { listHandovers } from "@/lib/handovers/queries/handovers"
import { handoverPage } from "@/lib/handovers/queries/page"
import { handoverLifecycle } from "@/lib/handovers/rules/lifecycle"
import { cancelHandoverSchema, declineHandoverSchema, divideSchema, handoverFilterSchema, openHandoverSchema, signHandoverSchema, superviseSchema } from "@/lib/handovers/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const changed = z.object({ id: z.string(), number: z.string(), status: z.enum(handoverLifecycle.states), version: z.number().int() })
const change = { method: "POST", kind: "change", output: changed } as const
const listed = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), kind: z.string(), leavesOn: z.string(), status: z.string(), version: z.number().int(),
  person: z.object({ id: z.string(), name: text.nullable() }), interim: text.nullable(), items: z.number().int(), unassigned: z.number().int(), waitingFor: z.number().int(),
})

/** Handovers over HTTP: the same commands as the pages'; signatures ask for the person's password. */
export const handoverOperations: Operation[] = [
  operation({
    method: "GET", path: "/handovers", summary: "Departures and what passes on, the latest first", kind: "list",
    input: handoverFilterSchema, output: z.object({ items: z.array(listed), next: z.string().nullable() }), run: listHandovers,
  }),
  operation({ method: "POST", path: "/handovers", summary: "Open a handover: somebody leaves or moves", kind: "create", input: openHandoverSchema, output: changed, run: openHandover }),
  operation({
    method: "GET", path: "/handovers/{id}", summary: "A handover with every item and signature", kind: "record", input: z.object({ id: z.uuid() }), output: z.looseObject({}),
    run: async (actor, { id }) => (await handoverPage(actor, id))?.handover ?? null,
  }),
  operation({ ...change, path: "/handovers/{id}/takers", summary: "Give items to one taker", input: divideSchema, output: changed.extend({ count: z.number().int() }), run: divideHandover }),
  operation({ ...change, path: "/handovers/{id}/hand-over", summary: "Sign as who hands over", input: signHandoverSchema, run: handOver }),
  operation({ ...change, path: "/handovers/{id}/take-over", summary: "Sign as who takes over", input: signHandoverSchema, run: takeOver }),
  operation({ ...change, path: "/handovers/{id}/decline", summary: "Decline to take over, with the reason", input: declineHandoverSchema, run: declineHandover }),
  operation({ ...change, path: "/handovers/{id}/supervise", summary: "Sign as who supervises: everything passes to its takers", input: superviseSchema, run: superviseHandover }),
  operation({ ...change, path: "/handovers/{id}/cancel", summary: "Cancel a departure that does not happen", input: cancelHandoverSchema, run: cancelHandover }),
]
