import { z } from "zod"
import { listAuditEvents } from "@/lib/audit/queries"
import { auditEventSchema, auditFilterSchema, canonicalSchema } from "@/lib/audit/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

export const auditOperations: Operation[] = [
  operation({
    method: "GET",
    path: "/audit-events",
    summary: "The audit trail of the units that you reach; with `after`, one unit's events in the order of their numbers",
    kind: "list",
    input: auditFilterSchema,
    output: z.object({ items: z.array(auditEventSchema.extend(canonicalSchema.shape)), next: z.string().nullable() }),
    run: listAuditEvents,
  }),
]
