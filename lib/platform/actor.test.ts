import { expect, test } from "vitest"
import { type Actor, seed, withinRoles } from "@/lib/platform/actor"

const unit = (id: string, parentId: string | null) => ({ id, code: id, kind: "coal", name: { zh: id, en: null }, parentId })
const person: Actor = {
  ...seed, kind: "person", personId: "p", units: [unit("region", null), unit("east", "region"), unit("north", null)],
  grants: [{ unitId: "region", role: "finance-lead" }, { unitId: "north", role: "performer" }],
}

test("somebody reads by a role where they hold it and below, and not where they hold another", () => {
  expect(withinRoles(person, "finance-lead", "plant-manager").units?.map(({ id }) => id)).toEqual(["region", "east"])
  expect(withinRoles(person, "performer").units?.map(({ id }) => id)).toEqual(["north"])
  expect(withinRoles(person, "administrator").units).toEqual([])
})

test("the product itself is not held back", () => {
  expect(withinRoles(seed, "administrator").units).toBeNull()
})
