import { Prisma } from "@/lib/platform/generated/client"
import type { Quarter } from "@/lib/platform/periods"
import { frequenciesDue } from "../rules/due"
import { type StandingFilter, standingsIn } from "../rules/standing"

export type LineFilter = { node?: string; standing?: StandingFilter; conclusion?: string; tester?: string; reviewer?: string; q?: string; limit: number; cursor?: string }

type Lines = { id: string; unitId: string; quarter: Quarter }

/** Columns of the lines; what stands `beside` them, if they are ordered by it; and the order, which tells any two lines apart. */
type Asked = { columns: Prisma.Sql; beside?: Prisma.Sql; order: Prisma.Sql }

/**
 * `with` some columns of the lines of an assessment, each line with its standing (`line`), those that answer a filter (`matching`) and one page of these
 * with one more, if there is one (`shown`). People are named by id, `q` is the beginning of a code.
 */
export function narrowed({ id, unitId, quarter }: Lines, { columns, beside = Prisma.empty, order }: Asked, filter: LineFilter): Prisma.Sql {
  const { cursor, limit } = filter
  const after = cursor ? Prisma.sql`where coalesce((${order}) > (select ${order} from matching where id = ${cursor}::uuid), true)` : Prisma.empty
  return Prisma.sql`
    with line as (
      select ${columns}, case when frequency = any (${frequenciesDue(quarter)}::text[]) then status else 'not-due' end as standing
      from "Test" ${beside} where "unitId" = ${unitId}::uuid and "assessmentId" = ${id}::uuid
    ), matching as not materialized (select * from line where ${answers(filter)}
    ), shown as (select * from matching ${after} order by ${order} limit ${limit + 1}::int)`
}

function answers({ node, standing, conclusion, tester, reviewer, q }: LineFilter): Prisma.Sql {
  const wanted = [
    node && Prisma.sql`"nodeCode" = ${node}`, standing && Prisma.sql`standing = any (${[...standingsIn(standing)]}::text[])`, conclusion && Prisma.sql`conclusion = ${conclusion}`,
    tester && Prisma.sql`"testerPersonId" = ${tester}::uuid`, reviewer && Prisma.sql`"reviewerPersonId" = ${reviewer}::uuid`, q && Prisma.sql`starts_with(code, ${q})`,
  ].flatMap((condition) => condition || [])
  return wanted.length > 0 ? Prisma.join(wanted, " and ") : Prisma.sql`true`
}

/** The page itself, and after which line the next one begins. */
export function pageOf<One extends { id: string }>(shown: readonly One[], limit: number): { items: One[]; next: string | null } {
  const items = shown.slice(0, limit)
  return { items, next: shown.length > limit ? (items.at(-1)?.id ?? null) : null }
}
