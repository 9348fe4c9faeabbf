import pg from "pg"
import { beforeAll, describe, expect, it } from "vitest"
import { changePassword, givePassword } from "@/lib/access/commands/passwords"
import { makeLink } from "@/lib/access/commands/links"
import { seed } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { grantRole } from "@/lib/units/commands/roles"
import { addPerson } from "@/lib/units/commands/people"
import { foundUnit } from "@/lib/units/commands/units"
import { buildCompany, type Company } from "../../builders/company"
import { codeOf, done } from "../../builders/outcome"
import { asApplication, asOwner } from "../../builders/owner"

let company: Company
beforeAll(async () => {
  company = await buildCompany()
})
const idOf = (name: keyof Company["people"]) => company.people[name].personId ?? ""

describe("a stolen connection of the application's role", () => {
  it("finds every function of the owner proof against temporary tables", async () => {
    const open = await asOwner<{ name: string }>(`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef
        and not coalesce(p.proconfig, '{}') @> array['search_path=public, pg_temp']`)
    expect(open).toEqual([])
  })

  it("makes no installation a demonstration by a table of its own", async () => {
    await asOwner(`update "Installation" set mode = 'honest'`)
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL })
    await client.connect()
    try {
      await client.query(`create temporary table "Installation" as select 1 as id, 'demo' as mode`)
      await client.query(`grant all on "Installation" to public`)
      expect((await client.query<{ mode: string }>("select kp_mode() as mode")).rows[0]?.mode).toBe("honest")
    } finally {
      await client.end()
      await asOwner(`update "Installation" set mode = 'test'`)
    }
  })

  it.each([
    ["a password", "select kp_set_credential($1::uuid, 'hash')"],
    ["a session", "select kp_open_session(gen_random_uuid(), $1::uuid, '', true)"],
    ["an end of a second factor", "select kp_clear_second_factor($1::uuid)"],
    ["a link", "select kp_make_link(gen_random_uuid(), $1::uuid, 'digest', '1 hour')"],
    ["an end of sessions", "select kp_end_sessions_of($1::uuid, null)"],
  ])("gets %s of nobody outside the door, nor from another plant inside it", async (_, call) => {
    await expect(asApplication(call, [idOf("owner")])).rejects.toThrow("not-found")
    const inside = asActor(company.people.northFinance, "tests.take", ({ tx }) => tx.$queryRawUnsafe(call.replace("select ", "select 1 from (select ") + ") x", idOf("owner")))
    expect(await codeOf(inside)).toBe("not-found")
  })
})

describe("an administrator of one plant", () => {
  async function plantAdministrator() {
    const { id } = await done(addPerson(company.people.admin, { unitId: company.north, email: `${newId()}@keypoint.example`, nameZh: "管", nameEn: "Keeper", language: "en" }))
    await done(grantRole(company.people.admin, { unitId: company.north, personId: id, role: "administrator" }))
    return (await actorOfPerson(id)) ?? seed
  }

  it("founds no second company, neither by the command nor past it", async () => {
    const keeper = await plantAdministrator()
    const unit = { parentId: company.north, code: `C-${newId().slice(-8)}`, kind: "company", nameZh: "子公司", nameEn: "Second" } as const
    expect(await codeOf(foundUnit(keeper, unit))).toBe("invalid")
    expect(await codeOf(foundUnit(keeper, { ...unit, kind: "wind" }))).toBe("done")
    const past = asActor(keeper, "tests.found", ({ tx, now }) => tx.unit.create({ data: { id: newId(), ...unit, code: `D-${newId().slice(-8)}`, createdAt: now } }))
    await expect(past).rejects.toThrow("kp_unit_company")
  })

  it("makes nobody the company's office at the plant", async () => {
    const keeper = await plantAdministrator()
    const grant = { unitId: company.north, personId: idOf("northFinance"), role: "control-office" } as const
    expect(await codeOf(grantRole(keeper, grant))).toBe("separation-of-duties")
    const past = asActor(keeper, "tests.grant", ({ tx, now }) => tx.roleGrant.create({ data: { id: newId(), ...grant, from: now, grantedAt: now } }))
    expect(await codeOf(past)).toBe("separation-of-duties")
  })

  it("makes no link for somebody of the plant who holds a role of the company", async () => {
    const keeper = await plantAdministrator()
    expect(await codeOf(makeLink(keeper, { personId: idOf("northTester") }))).toBe("done")
    await done(grantRole(company.people.admin, { unitId: company.hq, personId: idOf("northTester"), role: "internal-audit" }))
    expect(await codeOf(makeLink(keeper, { personId: idOf("northTester") }))).toBe("not-allowed")
    expect(await codeOf(makeLink(company.people.admin, { personId: idOf("northTester") }))).toBe("done")
  })
})

it("more password changes at once than there are connections do not stop the server", async () => {
  await done(givePassword(seed, idOf("tester2"), "tide lantern copper nine"))
  const change = { currentPassword: "not this one", password: "another quiet road", passwordAgain: "another quiet road" }
  const answers = await Promise.all(Array.from({ length: 24 }, () => codeOf(changePassword(company.people.tester2, change, null))))
  expect(answers.filter((answer) => answer !== "rate-limited" && answer !== "invalid")).toEqual([])
})
