import type { Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

export type UnitRow = { id: string; code: string; kind: string; name: Text }

/** The company, whose handbook it is; null for who does not reach it. */
export async function companyIn(tx: Tx): Promise<UnitRow | null> {
  return (await askAtOnce(tx, { company })).company
}

/** The same beside other questions. */
export const company: Question<UnitRow | null> = valueOf(Prisma.sql`
  select json_build_object('id', id, 'code', code, 'kind', kind, 'name', json_build_object('zh', "nameZh", 'en', "nameEn"))
  from "Unit" where kind = 'company' order by "createdAt" limit 1`)
