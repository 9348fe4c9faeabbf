import { beforeAll, describe, expect, test } from "vitest"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { compendium } from "@/lib/handbook/queries/compendium"
import { reconciliation } from "@/lib/handbook/queries/reconciliation"
import { exportCompendium } from "@/lib/handbook/workbook/compendium"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { actorOfEmail } from "@/lib/platform/identity"
import { readWorkbook } from "@/lib/platform/workbook/read"
import { scopePage, scopesPage } from "@/lib/scoping/queries/page"
import { publishSecondEdition } from "@/prisma/demo/handbook"
import { layOrganisation, type Organisation } from "@/prisma/demo/organisation"
import { scopeYear } from "@/prisma/demo/scope"
import { gave } from "../builders/evidence"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let organisation: Organisation
let [office, owner]: Actor[] = []
const reach = (actor: Actor | undefined) => actor ?? never()

beforeAll(async () => {
  organisation = await layOrganisation("only-for-these-tests")
  await publishSecondEdition()
  office = (await actorOfEmail("office@demo.keypoint.example")) ?? never()
  owner = (await actorOfEmail("owner@demo.keypoint.example")) ?? never()
})

describe("the compendium of test points", () => {
  test("holds a coal plant's 86 points of 12 soft elements, the company's 120 of 16, each with its test", async () => {
    const coal = await compendium(reach(office))
    expect([coal?.elements.length, coal?.total]).toEqual([12, 86])
    expect(coal?.elements.flatMap(({ points }) => points).every(({ operatingTest }) => operatingTest.procedure && operatingTest.exception && operatingTest.attributes.length > 0)).toBe(true)
    const company = await compendium(reach(office), "company")
    expect([company?.elements.length, company?.total]).toEqual([16, 120])
    expect((await compendium(reach(office), organisation.north.id))?.total).toBe(86)
  })

  test("follows what was decided for one unit, and knows no unit out of reach", async () => {
    const [point] = (await compendium(reach(office)))?.elements[0]?.points ?? []
    gave(await overrideApplicability(reach(office), { unitId: organisation.north.id, pointId: point?.pointId ?? "", applicable: false, reason: "由公司统一执行。" }))
    expect((await compendium(reach(office), organisation.north.id))?.total).toBe(85)
    expect((await compendium(reach(owner), organisation.east.id))?.total).toBe(86)
    expect(await compendium(reach(owner), organisation.north.id)).toBeNull()
    expect(await compendium(reach(owner), "nothing")).toBeNull()
  })

  test("leaves as a workbook with a row for each point", async () => {
    const exported = await exportCompendium(reach(office), undefined, "en")
    const read = await readWorkbook(exported?.bytes ?? new Uint8Array())
    const [sheet] = read.ok ? read.sheets : []
    expect(sheet?.rows).toHaveLength(87)
    expect(sheet?.rows[1]?.cells.map(({ value }) => value).slice(0, 4)).toEqual(["2.1", expect.stringMatching(/employee handbook/i), "Formulation", "2.1.2.1"])
  })
})

test("the source's figures agree with the catalogue but where it contradicts itself", async () => {
  const view = await reconciliation(reach(owner))
  const differing = view?.rows.filter(({ difference }) => difference !== 0).map(({ key, figure, counted }) => [key, figure, counted])
  expect(differing).toEqual([
    ["excludedProcesses", 6, 7], ["processSum", 20, 21], ["plantPointsAgain", 470, 460], ["spanElements", 16, 12], ["spanProcesses", 20, 14],
    ["trainings", 18, expect.any(Number)], ["appraisals", 19, expect.any(Number)], ["firstProcesses", 9, null], ["newElements", 8, null],
  ])
  expect(view?.rows.find(({ key }) => key === "processSum")?.named.map(({ code }) => code)).toEqual(["3.21"])
  expect(view?.kinds.map(({ kind, elements, processes, softPoints, processPoints }) => [kind, elements, processes, softPoints + processPoints])).toContainEqual(["coal", 12, 14, 460])
})

test("the demonstration's scope of 2026 is whole and approved, and warns of what it leaves open", async () => {
  await scopeYear(organisation)
  const { scopes } = await scopesPage(reach(office))
  const view = await scopePage(reach(office), scopes[0]?.id ?? "")
  expect(view?.scope).toMatchObject({ status: "approved", materiality: { amount: 56_300_000, performance: 42_225_000 } })
  expect(view?.gaps).toEqual([])
  expect(view?.warnings.map(({ key }) => key)).toEqual(["unanswered", "unplaced", "endsEarly"])
  expect(await asReader(reach(owner), ({ tx }) => tx.significantAccount.count())).toBe(0)
})

function never(): never {
  throw new Error("the demonstration has such a person")
}
