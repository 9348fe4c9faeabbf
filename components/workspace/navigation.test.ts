import { existsSync, readdirSync } from "node:fs"
import { expect, it } from "vitest"
import { account, rooms, roomsFor, standsIn } from "./navigation"

const keys = (...roles: Parameters<typeof roomsFor>[0]) => roomsFor(roles).map((room) => room.key)

it("an external auditor is offered the auditors' room alone", () => expect(keys("external-auditor")).toEqual(["releases"]))
it("only an administrator is offered the administration", () => {
  expect(keys("control-owner")).not.toContain("administration")
  expect(keys("administrator")).toContain("administration")
})
it("a page belongs to the room above it, not to one whose name begins alike", () => {
  expect(standsIn("/units/x", "/units")).toBe(true)
  expect(standsIn("/unitsx", "/units")).toBe(false)
  expect(standsIn("/units", "/")).toBe(false)
})
it("every page stands in a room of the menu", () => {
  const pages = readdirSync("app/(workspace)", { withFileTypes: true }).filter((one) => one.isDirectory() && existsSync(`app/(workspace)/${one.name}`)).map(({ name }) => `/${name}`)
  const known = rooms.flatMap(({ href, also = [] }) => [href, ...also])
  expect(pages.filter((page) => ![...known, account.href].includes(page) && !page.startsWith("/@"))).toEqual([])
})
