import type { Work } from "@/lib/platform/door"

/** The next number of its kind for a unit and year, from 1; locked until the transaction ends, so none is given twice. */
export async function nextNumber({ tx }: Work, unitId: string, kind: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    insert into "Counter" ("unitId", kind, year, value) values (${unitId}::uuid, ${kind}, ${year}, 1)
    on conflict ("unitId", kind, year) do update set value = "Counter".value + 1 returning value`
  return rows[0]?.value ?? 1
}
