import { auditOperations } from "@/lib/audit/api"
import { evidenceOperations } from "@/lib/evidence/api/operations"
import type { Operation } from "@/lib/platform/endpoint"

/** Every operation of every room, in the order of the document. */
export const operations: Operation[] = [...evidenceOperations, ...auditOperations]
