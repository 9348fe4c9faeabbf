import { auditOperations } from "@/lib/audit/api"
import { evidenceOperations } from "@/lib/evidence/api/operations"
import type { Operation } from "@/lib/platform/endpoint"
import { statementOperations } from "@/lib/statements/api"

/** Every operation of every room, in the order of the document. */
export const operations: Operation[] = [
  ...evidenceOperations,
  ...statementOperations,
  ...auditOperations,
]
