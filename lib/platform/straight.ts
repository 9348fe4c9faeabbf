import pg from "pg"
import { Prisma } from "@/lib/platform/generated/client"

/** One connection, and how statements are named on it (`lib/platform/prepared.ts`). */
export type Connection = { client: Pick<pg.ClientBase, "query">; nameOf: (statement: { sql: string }) => string }

type Raw<Told> = (first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<Told>

/** Prisma's `$queryRaw` and `$executeRaw` without Prisma: the same values go there and the same come back. */
export function straightOn<Row extends pg.QueryResultRow>(connection: Connection): { $queryRaw: Raw<Row[]>; $executeRaw: Raw<number> } {
  return {
    $queryRaw: async (first, ...values) => (await asked<Row>(connection, first, values)).rows,
    $executeRaw: async (first, ...values) => (await asked(connection, first, values)).rowCount ?? 0,
  }
}

function asked<Row extends pg.QueryResultRow>({ client, nameOf }: Connection, first: TemplateStringsArray | Prisma.Sql, given: unknown[]): Promise<pg.QueryResult<Row>> {
  const { text, values } = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...given)
  return client.query<Row>({ name: nameOf({ sql: text }), text, values: values.map(sent), types })
}

// Moments in UTC, whatever zone this process stands in.
function sent(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(sent)
  return Prisma.Decimal.isDecimal(value) ? value.toString() : value
}

const oid = { int8: 20, int8s: 1016, date: 1082, dates: 1182, numeric: 1700, numerics: 1231, texts: 1009 }
const midnight = (text: string) => new Date(`${text}T00:00:00Z`)
const decimal = (text: string) => new Prisma.Decimal(text)
const texts: (text: string) => (string | null)[] = pg.types.getTypeParser(oid.texts)
const list = (parse: (text: string) => unknown) => (text: string) => texts(text).map((one) => (one === null ? null : parse(one)))

// Decimals whole, days as their midnight in UTC, numbers beyond 2^53 as bigint.
const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, BigInt], [oid.int8s, list(BigInt)], [oid.date, midnight], [oid.dates, list(midnight)], [oid.numeric, decimal], [oid.numerics, list(decimal)],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") => parsers.get(id) ?? pg.types.getTypeParser(id, format),
}
