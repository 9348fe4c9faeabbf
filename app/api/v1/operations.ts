import { accessOperations } from "@/lib/access/api"
import { accessReviewOperations } from "@/lib/access-reviews/api"
import { assessmentOperations } from "@/lib/assessments/api"
import { auditOperations } from "@/lib/audit/api"
import { borrowingOperations } from "@/lib/borrowings/api"
import { changeRequestOperations } from "@/lib/change-requests/api"
import { deficiencyOperations } from "@/lib/deficiencies/api/operations"
import { distributionOperations } from "@/lib/distributions/api"
import { dutyOperations } from "@/lib/duties/api"
import { evidenceOperations } from "@/lib/evidence/api/operations"
import { importOperations } from "@/lib/handbook/api/imports"
import { handbookOperations } from "@/lib/handbook/api/operations"
import { handoverOperations } from "@/lib/handovers/api"
import type { Operation } from "@/lib/platform/endpoint"
import { personnelOperations } from "@/lib/personnel/api/operations"
import { releaseOperations } from "@/lib/releases/api"
import { scopingOperations } from "@/lib/scoping/api"
import { statementOperations } from "@/lib/statements/api"
import { unitImportOperations } from "@/lib/units/api/imports"
import { unitOperations } from "@/lib/units/api/operations"

/** Every operation of every room, in the order of the document. */
export const operations: Operation[] = [
  ...accessOperations,
  ...unitOperations,
  ...unitImportOperations,
  ...handbookOperations,
  ...importOperations,
  ...evidenceOperations,
  ...assessmentOperations,
  ...deficiencyOperations,
  ...statementOperations,
  ...releaseOperations,
  ...changeRequestOperations,
  ...distributionOperations,
  ...scopingOperations,
  ...handoverOperations,
  ...dutyOperations,
  ...accessReviewOperations,
  ...borrowingOperations,
  ...personnelOperations,
  ...auditOperations,
]
