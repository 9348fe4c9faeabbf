import type { Text } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"

/** Names of people, also of other units, by their ids; nothing else about them is told. Whose names are known already is not asked for. */
export async function namesOf(tx: Tx, ids: (string | null | undefined)[], known: ReadonlyMap<string, Text> = new Map()): Promise<Map<string, Text>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))]
  const names = new Map<string, Text>()
  for (const id of wanted) {
    const name = known.get(id)
    if (name) names.set(id, name)
  }
  const missing = wanted.filter((id) => !names.has(id))
  if (missing.length === 0) return names
  const rows = await tx.$queryRaw<Named[]>`select * from kp_person_names(${missing}::uuid[])`
  for (const row of rows) names.set(row.id, { zh: row.nameZh, en: row.nameEn })
  return names
}

/** Names of units, also of those out of reach, by their ids: within the company they are no secret. Nothing else about them is told. */
export async function unitNamesOf(tx: Tx, ids: (string | null | undefined)[]): Promise<Map<string, Text>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<Named[]>`select * from kp_unit_names(${wanted}::uuid[])`
  return named(rows)
}

export type Named = { id: string; nameZh: string; nameEn: string }

/** The same beside other questions; `named` makes the map of it. */
export function namesFor(ids: readonly (string | null)[]): Question<Named[]> {
  return rowsOf(Prisma.sql`select * from kp_person_names(${[...new Set(ids.filter((id) => id !== null))]}::uuid[])`)
}

export function named(rows: readonly Named[]): Map<string, Text> {
  return new Map(rows.map((row) => [row.id, { zh: row.nameZh, en: row.nameEn }]))
}

/** The same of one person in a statement of its own, as JSON; nothing where nobody is named. */
export function nameOf(personId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select json_build_object('zh', named."nameZh", 'en', named."nameEn") from kp_person_names(array[${personId}]) as named)`
}
