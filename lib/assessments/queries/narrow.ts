import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"
import { frequenciesDue } from "../rules/due"
import type { Standing } from "../rules/standing"

export type LineFilter = { node?: string; standing?: Standing; conclusion?: string; tester?: string; reviewer?: string; q?: string; limit: number; cursor?: string }

type Lines = { id: string; unitId: string; quarter: Quarter }

/**
 * `with` some columns of the lines of an assessment, each line with its standing and its place in an order (`line`), those that answer a filter (`matching`)
 * and one page of these with one more, if there is one (`shown`). People are named by id, `q` is the beginning of a code.
 */
export function narrowed({ id, unitId, quarter }: Lines, { columns, order }: { columns: Prisma.Sql; order: Prisma.Sql }, filter: LineFilter): Prisma.Sql {
  const { cursor = null, limit } = filter
  return Prisma.sql`
    with line as materialized (
      select ${columns}, case when frequency = any (${frequenciesDue(quarter)}::text[]) then status else 'not-due' end as standing, row_number() over (order by ${order}) as place
      from "Test" where "unitId" = ${unitId}::uuid and "assessmentId" = ${id}::uuid
    ), matching as (select * from line where ${answers(filter)}
    ), shown as (select * from matching where place > coalesce((select place from matching where id = ${cursor}::uuid), 0) order by place limit ${limit + 1}::int)`
}

function answers({ node, standing, conclusion, tester, reviewer, q }: LineFilter): Prisma.Sql {
  const wanted = [
    node && Prisma.sql`"nodeCode" = ${node}`, standing && Prisma.sql`standing = ${standing}`, conclusion && Prisma.sql`conclusion = ${conclusion}`,
    tester && Prisma.sql`"testerPersonId" = ${tester}::uuid`, reviewer && Prisma.sql`"reviewerPersonId" = ${reviewer}::uuid`, q && Prisma.sql`starts_with(code, ${q})`,
  ].flatMap((condition) => condition || [])
  return wanted.length > 0 ? Prisma.join(wanted, " and ") : Prisma.sql`true`
}

/** The page itself, and after which line the next one begins. */
export function pageOf<One extends { id: string }>(shown: readonly One[], limit: number): { items: One[]; next: string | null } {
  const items = shown.slice(0, limit)
  return { items, next: shown.length > limit ? (items.at(-1)?.id ?? null) : null }
}
