import { z } from "zod"
import { confirmList } from "@/lib/distributions/commands/confirm"
import { distribute } from "@/lib/distributions/commands/give"
import { remind } from "@/lib/distributions/commands/remind"
import { myLists } from "@/lib/distributions/queries/mine"
import { progressOfUnits } from "@/lib/distributions/queries/progress"
import { confirmListSchema, ofUnitSchema } from "@/lib/distributions/schema"
import { operation, type Operation } from "@/lib/platform/endpoint"

const progress = z.object({ unitId: z.string(), given: z.number().int(), confirmed: z.number().int(), overdue: z.number().int() })
const mine = z.object({
  id: z.string(), unitId: z.string(), state: z.enum(["confirmed", "waiting", "overdue", "lapsed"]), dueOn: z.iso.date(), givenAt: z.iso.datetime(), remindedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(), edition: z.object({ id: z.string(), number: z.string() }),
  points: z.array(z.object({ pointId: z.string(), code: z.string(), own: z.boolean(), since: z.enum(["added", "changed", "same"]) })),
})

/** The distribution of an edition over HTTP: the same commands as the pages'. */
export const distributionOperations: Operation[] = [
  operation({
    method: "GET", path: "/distributions", summary: "How far each unit has confirmed the edition published last", kind: "list", input: z.object({}),
    output: z.object({ items: z.array(progress), next: z.null() }), run: async (actor) => ({ items: (await progressOfUnits(actor))?.units ?? [], next: null }),
  }),
  operation({
    method: "GET", path: "/distributions/mine", summary: "The lists of points given to you", kind: "list", input: z.object({}),
    output: z.object({ items: z.array(mine), next: z.null() }), run: async (actor) => ({ items: await myLists(actor), next: null }),
  }),
  operation({ method: "POST", path: "/distributions/{id}/confirm", summary: "Confirm that you know the points of your list (known: on)", kind: "change", input: confirmListSchema, output: z.object({ id: z.string() }), run: confirmList }),
  operation({ method: "POST", path: "/units/{unitId}/distribute", summary: "Give out in a unit what is new there", kind: "change", input: ofUnitSchema, output: z.object({ id: z.string(), given: z.number().int() }), run: distribute }),
  operation({ method: "POST", path: "/units/{unitId}/remind", summary: "Remind whoever has not confirmed", kind: "change", input: ofUnitSchema, output: z.object({ id: z.string(), reminded: z.number().int() }), run: remind }),
]
