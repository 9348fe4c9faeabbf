import { beforeAll, expect, test } from "vitest"
import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { groundOf } from "@/lib/units/queries/ground"
import { assignOwners, publishSecondEdition, shareAuditing } from "@/prisma/demo/handbook"
import { layOrganisation, type Organisation } from "@/prisma/demo/organisation"
import { applyToRegion } from "@/prisma/demo/region"
import { type Key, units } from "@/prisma/demo/units"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

type Standing = { kind: string; departments: number; people: number; points: number; gaps: string[]; most: number; strangers: string[] }
const standings = new Map<Key, Standing>()
const standing = (key: Key) => standings.get(key) ?? never()

beforeAll(async () => {
  const organisation = await layOrganisation("only-for-these-tests")
  await publishSecondEdition()
  await applyToRegion(organisation)
  await assignOwners(organisation, "2026-10-01")
  await shareAuditing(organisation, "2026-10-01")
  for (const { key } of units) standings.set(key, await standingOf(organisation, key))
})

test("stands as headquarters, a region and six plants of all kinds", () => {
  expect([...standings].map(([key, { kind }]) => [key, kind])).toEqual([
    ["hq", "company"], ["east", "coal"], ["north", "gas"], ["west", "coal"], ["south", "region"], ["hydro", "hydro"], ["wind", "wind"], ["solar", "solar"],
  ])
})

test("EAST has an owner for each of its 460 points, the company for each of its own", () => {
  expect(standing("east")).toMatchObject({ points: 460, gaps: [], strangers: [] })
  expect(standing("east").departments).toBeGreaterThanOrEqual(12)
  expect(standing("east").people).toBeGreaterThanOrEqual(60)
  expect(standing("hq").gaps).toEqual([])
})

test("the others have owners for most, and their gaps are the vacancies that the story tells of", () => {
  expect(standing("north").gaps).toEqual(["marketing.contract-officer", "marketing.heat-officer", "marketing.trader", "planning.head", "planning.planner", "planning.statistician"])
  expect(standing("west").gaps).toEqual(["fuel.sampler"])
  expect(standing("hydro").gaps).toEqual(["general-office.archivist"])
  expect(standing("wind").gaps).toEqual(["it.security-officer", "party-work.head"])
  expect(standing("solar").gaps).toEqual(["it.security-officer", "maintenance.job-leader", "party-work.head"])
  expect(standing("south")).toMatchObject({ points: 112, gaps: ["party-work.head", "party-work.officer"] })
})

test("everybody owns points of their own positions alone, and nobody too many", () => {
  for (const { most, strangers } of standings.values()) {
    expect(most).toBeLessThanOrEqual(40)
    expect(strangers).toEqual([])
  }
})

async function standingOf(organisation: Organisation, key: Key): Promise<Standing> {
  const ground = (await asReader({ ...seed, at: new Date("2026-10-02T01:00:00Z") }, ({ tx }) => groundOf(tx, organisation[key].id, "2026-10-02"))) ?? never()
  const load = new Map<string, number>()
  for (const owner of ground.owners.values()) load.set(owner, (load.get(owner) ?? 0) + 1)
  const isStranger = ({ pointId, ownerPosition }: (typeof ground.points)[number]) =>
    ground.owners.has(pointId) && !ground.holders.get(ownerPosition)?.some(({ personId }) => personId === ground.owners.get(pointId))
  return {
    kind: ground.unit.kind, departments: ground.departments.length, people: organisation[key].people.size, points: ground.points.length,
    gaps: [...new Set(ground.points.filter(({ pointId }) => !ground.owners.has(pointId)).map(({ ownerPosition }) => ownerPosition))].toSorted(),
    most: Math.max(...load.values()), strangers: ground.points.filter(isStranger).map(({ code }) => code),
  }
}

function never(): never {
  throw new Error("the demonstration has such a unit")
}
