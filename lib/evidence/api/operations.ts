import { z } from "zod"
import { acceptUse, returnUse } from "@/lib/evidence/commands/review"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { listObligations } from "@/lib/evidence/queries/obligations"
import { recordOf } from "@/lib/evidence/queries/record"
import { obligationStatuses } from "@/lib/evidence/rules/status"
import { obligationFilterSchema, submitEvidenceSchema } from "@/lib/evidence/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const obligation = z.object({
  id: z.string(), unitId: z.string(), pointId: z.string(), pointVersionId: z.string(), code: z.string(), title: text, node: z.string(), nodeTitle: text, evidenceKinds: z.array(z.string()), kind: z.enum(["record", "register"]),
  period: z.string(), periodStart: z.string(), periodEnd: z.string(), quarter: z.string(), dueOn: z.string(), status: z.enum(obligationStatuses),
  owner: z.object({ id: z.string(), name: text }).nullable(), recordId: z.string().nullable(),
})
const file = z.object({ name: z.string(), size: z.number(), sha256: z.string(), mime: z.string() })
const record = z.looseObject({
  id: z.string(), unitId: z.string(), number: z.string(), version: z.number(),
  versions: z.array(z.looseObject({ version: z.number(), kind: z.string(), occurredOn: z.string().nullable(), files: z.array(file) })),
})

/** The room's operations. Evidence itself is received, with its files, by the streaming route of the same path. */
export const evidenceOperations: Operation[] = [
  operation({
    method: "GET",
    path: "/obligations",
    summary: "What is due from whom; `owner` is a person's id or `me`, `period` as in 2026-Q3, `status` is computed",
    kind: "list",
    input: obligationFilterSchema,
    output: z.object({ items: z.array(obligation), next: z.string().nullable(), total: z.number() }),
    run: listObligations,
  }),
  operation({
    method: "POST",
    path: "/evidence",
    summary: "Log evidence for one or more obligations of one unit, with its files (50 MB each)",
    kind: "create",
    multipart: true,
    input: submitEvidenceSchema,
    output: z.object({ id: z.string(), number: z.string(), version: z.number(), files: z.array(file.omit({ mime: true })) }),
    run: async (actor, input) => {
      const result = await submitEvidence(actor, { ...input, files: [] })
      return result.ok ? { ok: true, value: { ...result.value, files: [] } } : result
    },
  }),
  operation({
    method: "GET",
    path: "/evidence/{id}",
    summary: "A record with all its versions, files and reviews",
    kind: "record",
    input: z.object({ id: z.string() }),
    output: record,
    run: async (actor, { id }) => {
      const found = await recordOf(actor, id)
      if (!found) return null
      const { history: _, ...shown } = found
      return shown
    },
  }),
  operation({
    method: "POST",
    path: "/evidence-uses/{id}/accept",
    summary: "Accept what was submitted for an obligation; `If-Match` is the use's revision",
    kind: "change",
    input: z.object({ id: z.uuid(), version: z.coerce.number().int().optional() }),
    output: z.object({ id: z.string(), recordId: z.string() }),
    run: (actor, { id, version }) => acceptUse(actor, { id, revision: version }),
  }),
  operation({
    method: "POST",
    path: "/evidence-uses/{id}/return",
    summary: "Return it with a reason",
    kind: "change",
    input: z.object({ id: z.uuid(), version: z.coerce.number().int().optional(), reason: z.string().trim().min(1, "common.errors.reason").max(2000) }),
    output: z.object({ id: z.string(), recordId: z.string() }),
    run: (actor, { id, version, reason }) => returnUse(actor, { id, reason, revision: version }),
  }),
]
