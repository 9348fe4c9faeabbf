import { describe, expect, it } from "vitest"
import { asApplication, asOwner } from "../../builders/owner"

// The only tables without a policy, each with its reason.
const unguarded: Record<string, string> = { _prisma_migrations: "names of migrations; the application's role has no right on it" }

describe("row-level security", () => {
  it("stands on every table of the schema, with a policy", async () => {
    const tables = await asOwner<{ name: string; guarded: boolean; policies: number }>(`
      select c.relname as name, c.relrowsecurity as guarded,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`)
    expect(tables.length).toBeGreaterThan(50)
    const open = tables.filter((table) => !table.guarded || table.policies === 0).map((table) => table.name)
    expect(open).toEqual(Object.keys(unguarded))
  })

  it("gives the application's role no right on what is unguarded", async () => {
    await expect(asApplication("select * from _prisma_migrations")).rejects.toThrow("permission denied")
  })

  it("names no table that does not belong to a unit, to a person or to the handbook", async () => {
    const tables = await asOwner<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('unitId', 'personId', 'editionId') and not a.attisdropped) order by 1`)
    expect(tables.map((table) => table.name)).toEqual(["Edition", "Holiday", "Installation", "Point", "SignInAttempt", "Unit", "_prisma_migrations"])
  })

  it("lets the application's role own nothing and pass by no policy", async () => {
    const [role] = await asApplication<{ super: boolean; bypass: boolean; owned: number }>(`
      select rolsuper as super, rolbypassrls as bypass, (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`)
    expect(role).toEqual({ super: false, bypass: false, owned: 0 })
  })
})
