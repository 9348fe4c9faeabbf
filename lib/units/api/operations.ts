import { z } from "zod"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { locales } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { setClosing } from "@/lib/units/commands/closing"
import { endDeputy, nameDeputy } from "@/lib/units/commands/deputies"
import { assignByPosition, assignOwner, assignOwners, voidOwnership } from "@/lib/units/commands/owners"
import { addPerson, closeAccount, holdPosition, leavePosition } from "@/lib/units/commands/people"
import { moveDepartment } from "@/lib/units/commands/move"
import { addPerformer, endPerformer } from "@/lib/units/commands/performers"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { addDepartment, addPosition, foundUnit, setHead, setLimit } from "@/lib/units/commands/units"
import { listDeputies } from "@/lib/units/queries/deputies"
import { listOwned } from "@/lib/units/queries/matrix"
import { listPeople } from "@/lib/units/queries/people"
import { unitPage } from "@/lib/units/queries/unit-page"
import { workloadOf } from "@/lib/units/queries/workload"
import { listUnits } from "@/lib/units/queries/units"
import * as schema from "@/lib/units/schema"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const one = z.object({ id: z.uuid() })
const assigned = z.object({ assigned: z.number().int() })
const list = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })
const unit = z.object({
  id: z.uuid(), code: z.string(), name: z.string(), kind: z.string(), parentId: z.uuid().nullable(), departments: z.number(), people: z.number(), applicable: z.number(), owned: z.number(), to: z.string().nullable(),
})
const person = z.looseObject({ id: z.uuid(), unitId: z.uuid(), email: z.string(), nameZh: z.string(), nameEn: z.string(), active: z.boolean(), version: z.number() })
const owned = z.looseObject({ pointId: z.uuid(), code: z.string(), title: text, node: z.string(), position: z.string() })
const page = z.object({ lang: z.enum(locales).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.uuid().optional() })

const deputiesOfUnit = schema.deputyFilterSchema.omit({ unit: true }).extend({ unitId: z.string() })

export const unitOperations: Operation[] = [
  operation({
    method: "GET", path: "/units", summary: "The units that you reach, in the order of their codes", kind: "list", input: page, output: list(unit),
    run: async (actor, { limit, cursor, lang }) => {
      const units = (await listUnits(actor)).map((row) => ({ ...row, name: textIn(lang ?? actor.language, row.name) }))
      const from = cursor ? units.findIndex((row) => row.id === cursor) + 1 : 0
      const items = units.slice(from, from + limit)
      return { items, next: from + limit < units.length ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  operation({ method: "POST", path: "/units", summary: "Found a unit below another", kind: "create", input: schema.foundUnitSchema, output: one, run: foundUnit }),
  operation({ method: "GET", path: "/units/{id}", summary: "A unit with departments, positions and who holds them", kind: "record", input: one, output: z.looseObject({}), run: (actor, { id }) => unitPage(actor, id) }),
  operation({ method: "POST", path: "/units/{unitId}/closing", summary: "Give the day from which a unit is closed, move it, or take it back", kind: "change", input: schema.setClosingSchema, output: one, run: setClosing }),
  operation({ method: "POST", path: "/units/{unitId}/departments", summary: "Add a department", kind: "create", input: schema.addDepartmentSchema, output: one, run: addDepartment }),
  operation({ method: "POST", path: "/departments/{id}/head", summary: "Name the head of a department, or none", kind: "change", input: schema.setHeadSchema, output: one, run: setHead }),
  operation({ method: "POST", path: "/units/{unitId}/positions", summary: "Add a position", kind: "create", input: schema.addPositionSchema, output: one, run: addPosition }),
  operation({ method: "POST", path: "/units/{unitId}/holdings", summary: "Put a person into a position", kind: "create", input: schema.holdPositionSchema, output: one, run: holdPosition }),
  operation({ method: "POST", path: "/holdings/{id}/end", summary: "End a holding", kind: "change", input: schema.leavePositionSchema, output: one, run: leavePosition }),
  operation({ method: "GET", path: "/people", summary: "People of the units that you reach", kind: "list", input: schema.peopleFilterSchema, output: list(person), run: listPeople }),
  operation({ method: "POST", path: "/people", summary: "Enter a person", kind: "create", input: schema.addPersonSchema, output: one, run: addPerson }),
  operation({ method: "POST", path: "/people/{personId}/close", summary: "Close an account", kind: "change", input: schema.closeAccountSchema, output: one, run: closeAccount }),
  operation({ method: "POST", path: "/people/{personId}/department", summary: "Move a person to another department", kind: "change", input: schema.moveDepartmentSchema, output: one, run: moveDepartment }),
  operation({ method: "GET", path: "/units/{unitId}/deputies", summary: "Who acts for whom during an absence", kind: "list", input: deputiesOfUnit, output: list(z.looseObject({ id: z.uuid(), from: z.string(), lastDay: z.string(), acting: z.boolean() })), run: (actor, { unitId, ...filter }) => listDeputies(actor, { ...filter, unit: unitId }) }),
  operation({ method: "POST", path: "/units/{unitId}/deputies", summary: "Name who acts for somebody during an absence", kind: "create", input: schema.nameDeputySchema, output: one, run: nameDeputy }),
  operation({ method: "POST", path: "/deputies/{id}/end", summary: "End a deputy before the last day", kind: "change", input: schema.endDeputySchema, output: one, run: endDeputy }),
  operation({ method: "POST", path: "/units/{unitId}/grants", summary: "Grant a role", kind: "create", input: schema.grantRoleSchema, output: one, run: grantRole }),
  operation({ method: "POST", path: "/grants/{id}/withdraw", summary: "Withdraw a role", kind: "change", input: schema.withdrawRoleSchema, output: one, run: withdrawRole }),
  operation({
    method: "GET", path: "/units/{unit}/ownership", summary: "Who owns each applicable point; those without an owner first", kind: "list",
    input: schema.ownershipFilterSchema, output: list(owned), run: listOwned,
  }),
  operation({
    method: "GET", path: "/units/{id}/workload", summary: "What each owner of a unit answers for, the busiest first", kind: "record", input: one, output: z.looseObject({ limit: z.number() }),
    run: async (actor, { id }) => {
      const page = await workloadOf(actor, id)
      return page && { limit: page.limit, loads: page.loads }
    },
  }),
  operation({ method: "POST", path: "/units/{unitId}/monthly-limit", summary: "Set how many obligations a month are too much for one owner", kind: "change", input: schema.setLimitSchema, output: one, run: setLimit }),
  operation({ method: "POST", path: "/units/{unitId}/owners", summary: "Name the owner of one point", kind: "change", input: schema.assignOwnerSchema, output: assigned, run: assignOwner }),
  operation({ method: "POST", path: "/units/{unitId}/owners/bulk", summary: "Give several points to one person", kind: "change", input: schema.assignOwnersSchema, output: assigned, run: assignOwners }),
  operation({
    method: "POST", path: "/units/{unitId}/owners/by-position", summary: "Give points without an owner to the holders of their positions", kind: "change",
    input: schema.assignByPositionSchema, output: assigned.extend({ gaps: z.number().int() }), run: assignByPosition,
  }),
  operation({ method: "POST", path: "/ownerships/{id}/void", summary: "Void a row that was a mistake", kind: "change", input: schema.voidOwnershipSchema, output: one, run: voidOwnership }),
  operation({ method: "POST", path: "/units/{unitId}/performers", summary: "Add a performer of a point", kind: "create", input: schema.addPerformerSchema, output: one, run: addPerformer }),
  operation({ method: "POST", path: "/performers/{id}/end", summary: "End a performer", kind: "change", input: schema.endPerformerSchema, output: one, run: endPerformer }),
]
