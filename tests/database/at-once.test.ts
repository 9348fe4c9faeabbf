import { expect, test } from "vitest"
import { seed } from "@/lib/platform/actor"
import { askAtOnce, nothing, rowsOf, valueOf } from "@/lib/platform/at-once"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"

test("several questions are one statement: rows in their order, an empty list, a value, none, and what need not be asked", async () => {
  const told = await asReader(seed, ({ tx }) => askAtOnce(tx, {
    rows: rowsOf<{ n: number; day: string }>(Prisma.sql`select n, date '2026-03-31' + n as day from generate_series(1, ${2}::int) as n order by n desc`),
    empty: rowsOf(Prisma.sql`select 1 as n where false`),
    count: valueOf<number>(Prisma.sql`select count(*) from generate_series(1, 3)`),
    none: valueOf<string | null>(Prisma.sql`select 'x' where false`),
    notAsked: nothing<string>(),
    "a 'name'": valueOf<string>(Prisma.sql`select ${"a 'value'"}::text`),
  }))
  expect(told).toEqual({
    rows: [{ n: 2, day: "2026-04-02" }, { n: 1, day: "2026-04-01" }], empty: [], count: 3, none: null, notAsked: null, "a 'name'": "a 'value'",
  })
})
