import { z } from "zod"
import { operation, type Operation } from "@/lib/platform/endpoint"

const me = z.object({
  id: z.uuid().nullable(), email: z.string(), name: z.object({ zh: z.string(), en: z.string().nullable() }), language: z.string(),
  unitId: z.uuid().nullable(), roles: z.array(z.object({ unitId: z.uuid(), unit: z.string(), role: z.string() })),
})

// Passwords, sessions and tokens have no operation: a token that leaked must not make another.
export const accessOperations: Operation[] = [
  operation({
    method: "GET", path: "/me", summary: "Who the token acts as, and the roles held per unit", kind: "record", input: z.object({}), output: me,
    run: async (actor) => ({
      id: actor.personId, email: actor.email, name: actor.name, language: actor.language, unitId: actor.homeUnitId,
      roles: actor.grants.map(({ unitId, role }) => ({ unitId, unit: actor.units?.find((unit) => unit.id === unitId)?.code ?? "", role })),
    }),
  }),
]
