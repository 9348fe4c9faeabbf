import { z } from "zod"
import { registerDeficiency } from "@/lib/deficiencies/commands/raise"
import { listDeficiencies } from "@/lib/deficiencies/queries/list"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { deficiencyFilterSchema } from "@/lib/deficiencies/schema/filter"
import { registerSchema } from "@/lib/deficiencies/schema/inputs"
import { gradeSchema, kinds } from "@/lib/deficiencies/schema/values"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { eventOperations } from "./events"
import { deficiencyJson, deficiencyJsonSchema } from "./record"

const status = z.enum(deficiencyLifecycle.states)
const text = z.object({ zh: z.string(), en: z.string().nullable() })
const listed = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), quarter: z.string(), kind: z.enum(kinds), source: z.string(), testId: z.string().nullable(),
  pointId: z.string(), pointCode: z.string(), node: z.string(), title: z.string(), titles: text, status, grade: gradeSchema.nullable(),
  owner: z.object({ id: z.string(), name: text }).nullable(), planDueOn: z.string().nullable(), overdue: z.boolean(),
  registeredOn: z.string(), closedOn: z.string().nullable(), version: z.number().int(),
})

export const deficiencyOperations: Operation[] = [
  operation({
    method: "GET", path: "/deficiencies", summary: "Deficiencies of the units that you reach, newest first; with status=open all that are neither closed nor withdrawn", kind: "list",
    input: deficiencyFilterSchema, output: z.object({ items: z.array(listed), next: z.string().nullable(), total: z.number().int() }), run: listDeficiencies,
  }),
  operation({
    method: "POST", path: "/deficiencies", summary: "Register a deficiency from an inspection, an audit or a report of your own", kind: "create",
    input: registerSchema, output: z.object({ id: z.string(), number: z.string() }), run: registerDeficiency,
  }),
  operation({
    method: "GET", path: "/deficiencies/{id}", summary: "A deficiency with every step of its life, its waiting period, and what you may do now", kind: "record",
    input: z.object({ id: z.uuid() }), output: deficiencyJsonSchema, run: (actor, { id }) => deficiencyJson(actor, id),
  }),
  ...eventOperations,
]
