import { z } from "zod"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { addMember, endEngagement, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { listEngagements } from "@/lib/releases/queries/engagements"
import { releasedTo } from "@/lib/releases/queries/room"
import { addMemberSchema, endEngagementSchema, engagementFilterSchema, engagementSchema, openEngagementSchema, releaseQuarterSchema } from "@/lib/releases/schema"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const engagement = z.object({
  id: z.string(), unitId: z.string(), name: text, from: z.iso.date(), to: z.iso.date(), openedAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(), version: z.number().int(),
  members: z.array(z.object({ personId: z.string(), name: text })),
})
const released = z.object({
  unitId: z.string(), quarter: z.string(), counts: z.record(z.string(), z.number().int()),
  notes: z.array(z.object({ note: z.string(), at: z.iso.datetime() })),
  withheld: z.array(z.object({ kind: z.string(), label: z.string(), reason: z.string() })),
})
const changed = z.object({ id: z.string(), version: z.number().int() })

export const releaseOperations: Operation[] = [
  operation({
    method: "GET", path: "/engagements", summary: "Engagements of external auditors: the company's, or those that you work on", kind: "list",
    input: engagementFilterSchema, output: z.object({ items: z.array(engagement), next: z.string().nullable() }), run: listEngagements,
  }),
  operation({ method: "POST", path: "/engagements", summary: "Open an engagement at the company", kind: "create", input: openEngagementSchema, output: changed, run: openEngagement }),
  operation({
    method: "GET", path: "/engagements/{id}/releases", summary: "What was released by unit and quarter, and what was withheld", kind: "list", input: engagementSchema,
    output: z.object({ items: z.array(released), next: z.null() }), run: async (actor, { id }) => ({ items: await releasedTo(actor, id), next: null }),
  }),
  operation({ method: "POST", path: "/engagements/{id}/add-member", summary: "Add an external auditor", kind: "change", input: addMemberSchema, output: changed, run: addMember }),
  operation({
    method: "POST", path: "/engagements/{id}/release", summary: "Release a unit's quarter, with the note of the secrecy check", kind: "change", input: releaseQuarterSchema,
    output: changed.extend({ released: z.number().int(), withheld: z.number().int() }), run: releaseQuarter,
  }),
  operation({ method: "POST", path: "/engagements/{id}/end", summary: "End an engagement", kind: "change", input: endEngagementSchema, output: changed, run: endEngagement }),
]
