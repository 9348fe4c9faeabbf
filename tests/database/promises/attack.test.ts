import { beforeAll, describe, expect, it } from "vitest"
import type { Actor } from "@/lib/platform/actor"
import { databaseRefusal } from "@/lib/platform/errors"
import { asReader } from "@/lib/platform/door"
import { livedCompany, type Lived } from "../../builders/lived"
import { asApplication, asOwner } from "../../builders/owner"
import { secretsOf, strangersOf } from "../../builders/strangers"
import { cleanDatabase } from "../../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Lived
let strangers: [string, Actor][]
let tables: string[]
beforeAll(async () => {
  company = await livedCompany()
  strangers = Object.entries(await strangersOf(company))
  const rows = await asApplication<{ name: string }>(`
    select c.relname as name from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select') order by 1`)
  tables = rows.map(({ name }) => name)
})

const asked = (actor: Actor, sql: string) => asReader(actor, async ({ tx }) => (await tx.$queryRawUnsafe<{ said: string | null }[]>(sql))[0]?.said ?? "")
/** Which of EAST's keys a text gives away. */
const told = (who: string, text: string) => Object.entries(company.ids).flatMap(([room, id]) => (secretsOf(company, who).includes(id) && text.includes(id) ? [room] : []))

async function leaks(question: (table: string) => string, asking = tables): Promise<string[]> {
  const found: string[] = []
  for (const [who, actor] of strangers) {
    for (const table of asking) {
      const rooms = told(who, await asked(actor, question(table)))
      if (rooms.length > 0) found.push(`${who} reads ${rooms.join(", ")} in ${table}`)
    }
  }
  return found
}

describe("asked for everything, as the application's role with each actor", () => {
  it("no table shows a row of another unit", async () => {
    expect(tables.length).toBeGreaterThan(60)
    expect(await leaks((table) => `select string_agg(to_jsonb(t)::text, '') as said from "${table}" t`)).toEqual([])
  })

  it("no count tells of rows that are not shown", async () => {
    for (const [who, actor] of strangers) {
      for (const table of tables) {
        const counted = await asked(actor, `select count(*)::text as said from "${table}"`)
        const listed = await asked(actor, `select coalesce(array_length(array_agg(to_jsonb(t)), 1), 0)::text as said from "${table}" t`)
        expect({ who, table, counted }).toEqual({ who, table, counted: listed })
      }
    }
  })

  it("no join leads over a foreign key into another unit", async () => {
    const keys = await asOwner<{ child: string; parent: string; fits: string }>(`
      select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
        (select string_agg(format('a.%I = b.%I', x.attname, y.attname), ' and ') from unnest(c.conkey, c.confkey) k(mine, theirs)
          join pg_attribute x on x.attrelid = c.conrelid and x.attnum = k.mine join pg_attribute y on y.attrelid = c.confrelid and y.attnum = k.theirs) as fits
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
    const open = keys.filter(({ child, parent }) => [child, parent].every((name) => tables.includes(name.replaceAll('"', ""))))
    expect(open.length).toBeGreaterThan(80)
    const joins = new Map(open.map(({ child, parent, fits }) => [`${child} with ${parent}`, `select string_agg(to_jsonb(a)::text || coalesce(to_jsonb(b)::text, ''), '') as said from ${child} a left join ${parent} b on ${fits}`]))
    expect(await leaks((join) => joins.get(join) ?? "", [...joins.keys()])).toEqual([])
  })

  it("PostgreSQL's own statistics show no values", async () => {
    for (const [, actor] of strangers) expect(await asked(actor, `select count(*)::text as said from pg_stats where schemaname = 'public'`)).toBe("0")
  })

  it("everybody reads rows of the units that they reach, and what is the company's for all", async () => {
    const withUnit = await asOwner<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'unitId' and table_name not like '\\_%'`)
    const beyond = new Set<string>()
    for (const actor of [...Object.values(company.people), ...strangers.map(([, one]) => one)]) {
      const reached = (actor.units ?? []).map(({ id }) => id)
      for (const { name } of withUnit.filter((table) => tables.includes(table.name))) {
        const rows = await asked(actor, `select string_agg(distinct "unitId"::text, ',') as said from "${name}"`)
        if (rows.split(",").some((unit) => unit !== "" && !reached.includes(unit))) beyond.add(name)
      }
    }
    expect([...beyond].toSorted()).toEqual(companyForAll)
  })
})

// What the company decides for its plants, and their people read: the approved scope of the year.
const companyForAll = ["Scope"]

describe("what a refusal says", () => {
  it("of a row that is there already, or that leads into another unit, names nothing of it", async () => {
    const withId = await asOwner<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'unitId' and table_name not like '\\_%'`)
    let tried = 0
    for (const { name } of withId) {
      const [row] = await asOwner<{ row: object }>(`select to_jsonb(t) as row from "${name}" t where "unitId" = $1 limit 1`, [company.east])
      if (!row) continue
      tried += 1
      for (const changes of [{}, { unitId: company.north }]) {
        const copy = JSON.stringify({ ...row.row, ...changes })
        const error: unknown = await asReader(company.people.northFinance, async ({ tx }) => {
          await tx.$executeRawUnsafe(`insert into "${name}" select * from jsonb_populate_record(null::"${name}", $1::jsonb)`, copy)
          throw new Error("taken")
        }).catch((reason: unknown) => reason)
        if (!("unitId" in changes)) expect(String(error), `${name} takes a row of another unit`).not.toContain("taken")
        expect({ name, rooms: told("north finance-lead", JSON.stringify(databaseRefusal(error) ?? {})) }).toEqual({ name, rooms: [] })
      }
    }
    expect(tried).toBeGreaterThan(25)
  })
})
