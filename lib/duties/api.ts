import { z } from "zod"
import { mayReadAccess } from "@/lib/duties/policy"
import { accessMatrix } from "@/lib/duties/queries/access"
import { accessFilterSchema } from "@/lib/duties/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const row = z.looseObject({ id: z.string(), unitId: z.string(), personId: z.string(), name: text, role: z.string(), from: z.string(), to: z.string().nullable(), points: z.number().int() })

/** The access matrix over HTTP; for who may not read it, it is empty. */
export const dutyOperations: Operation[] = [
  operation({
    method: "GET", path: "/access", summary: "Who holds which role where, with dates, in the units that you reach", kind: "list",
    input: accessFilterSchema.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }), output: z.object({ items: z.array(row), next: z.string().nullable() }),
    run: async (actor, filter) => {
      if (!mayReadAccess(actor).allowed) return { items: [], next: null }
      const { items, next } = await accessMatrix(actor, filter)
      return { items, next }
    },
  }),
]
