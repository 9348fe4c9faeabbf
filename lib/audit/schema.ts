import { z } from "zod"
import { givenDay } from "@/lib/platform/day-schema"

/** Filters of the trail: a unit, a type or its room, a person, a subject, days from and to (in UTC), and where to go on. */
export const auditFilterSchema = z.object({
  unit: z.uuid().optional(),
  type: z.string().max(80).optional(),
  person: z.uuid().optional(),
  subject: z.uuid().optional(),
  from: givenDay.optional(),
  to: givenDay.optional(),
  after: z.coerce.number().int().min(0).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

export const auditEventSchema = z.object({
  id: z.string(),
  unitId: z.string(),
  sequence: z.number().int(),
  type: z.string(),
  actorKind: z.string(),
  personId: z.string().nullable(),
  at: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  canonical: z.string(),
  previousHash: z.string(),
  hash: z.string(),
})

/** What an event says in its stored text. */
export const canonicalSchema = z.object({
  actor: z.object({ kind: z.string(), personId: z.string().nullable(), nameZh: z.string(), nameEn: z.string().nullable() }),
  subjects: z.array(z.object({ kind: z.string(), id: z.string() })),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
  why: z.string().optional(),
})
