import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

/** What one row tells as JSON, where a date is a text; a list is `[]` where nothing is found. */
export type Question<Answer> = { sql: Prisma.Sql; answer?: Answer }
export type Answers<Asked> = { [Name in keyof Asked]: Asked[Name] extends Question<infer Answer> ? Answer : never }

/** The rows of a select as a list. */
export function rowsOf<Row>(select: Prisma.Sql): Question<Row[]> {
  return { sql: Prisma.sql`(select coalesce(json_agg(found), '[]') from (${select}) as found)` }
}

/** The same as a column beside others, in the order of one of the select's own columns; rows' keys are in the order in which they were made. */
export function listed(order: "id" | "ordinal" | "key" | "signedAt" | "periodEnd" | "version", select: Prisma.Sql, direction: "asc" | "desc" = "asc"): Prisma.Sql {
  return Prisma.sql`(select coalesce(json_agg(part order by part.${Prisma.raw(`"${order}" ${direction}`)}), '[]') from (${select}) as part)`
}

/** What such a column holds: a moment or a day is a text in JSON. */
export type Told<Part> = Part extends Date ? string : Part extends object ? { [Key in keyof Part]: Told<Part[Key]> } : Part

/** A number or a text that a select finds. */
export function valueOf<Value>(select: Prisma.Sql): Question<Value> {
  return { sql: Prisma.sql`(${select})` }
}

/** What need not be asked of this reader. */
export function nothing<Answer>(): Question<Answer | null> {
  return { sql: Prisma.sql`null` }
}

/**
 * Several small questions in one statement: each statement costs the server and the database a third of a millisecond, however
 * little is found. Not for long lists, which cost more as JSON than a statement of their own. `given` (`with …`) names what several
 * of them read.
 */
export async function askAtOnce<Asked extends Record<string, Question<unknown>>>(tx: Tx, asked: Asked, given = Prisma.empty): Promise<Answers<Asked>> {
  const parts = Object.entries(asked).map(([name, { sql }]) => Prisma.sql`${name}::text, ${sql}`)
  const [row] = await tx.$queryRaw<{ told: Answers<Asked> }[]>`${given} select json_build_object(${Prisma.join(parts)}) as told`
  if (!row) throw new Error("a select without a table has one row")
  return row.told
}
