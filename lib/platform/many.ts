import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

/**
 * Hundreds of rows as one JSON value: the driver and Prisma take longer over each column of each row than the database and
 * `JSON.parse` over all. For texts, numbers, booleans and lists of them: dates would come as texts.
 */
export async function manyIn<Row>(tx: Tx, rows: Prisma.Sql): Promise<Row[]> {
  const [answer] = await tx.$queryRaw<{ rows: string }[]>`select coalesce(json_agg(q), '[]')::text as rows from (${rows}) q`
  return JSON.parse(answer?.rows ?? "[]")
}
