import { z } from "zod"
import { mayReadOutbox } from "@/lib/access/policy"
import { carryOut } from "@/lib/personnel/commands/carry-out"
import { compareList } from "@/lib/personnel/commands/compare"
import { dismissChange } from "@/lib/personnel/commands/dismiss"
import { listChanges } from "@/lib/personnel/queries/changes"
import { personnelLifecycle } from "@/lib/personnel/rules/lifecycle"
import { carryOutSchema, compareListSchema, dismissSchema, personnelFilterSchema } from "@/lib/personnel/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const changed = z.object({ id: z.string(), status: z.enum(personnelLifecycle.states), version: z.number().int() })
const count = z.number().int()

/** Joiners, movers and leavers over HTTP: the same commands as the pages', and as there nothing to see for who is no administrator. */
export const personnelOperations: Operation[] = [
  operation({
    method: "GET", path: "/personnel-changes", summary: "Joiners, movers and leavers that were noticed, the latest first", kind: "list", input: personnelFilterSchema,
    output: z.object({ items: z.array(z.looseObject({ id: z.string(), kind: z.string(), status: z.string(), version: count })), next: z.string().nullable() }), run: async (actor, filter) => (mayReadOutbox(actor).allowed ? listChanges(actor, filter) : { items: [], next: null }),
  }),
  operation({
    method: "POST", path: "/personnel-changes/compare", summary: "Compare a personnel list with who is known; what differs waits for a decision", kind: "change", input: compareListSchema,
    output: z.object({ joiners: count, movers: count, leavers: count, known: count }), run: compareList,
  }),
  operation({ method: "POST", path: "/personnel-changes/{id}/carry-out", summary: "Carry it out: enter, move, or end", kind: "change", input: carryOutSchema, output: changed, run: carryOut }),
  operation({ method: "POST", path: "/personnel-changes/{id}/dismiss", summary: "Nothing follows, with the reason", kind: "change", input: dismissSchema, output: changed, run: dismissChange }),
]
