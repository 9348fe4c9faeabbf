import { cookies } from "next/headers"

/** How many rows a table may show at once; the first is what it shows to who chose nothing. */
export const rowChoices = [25, 50, 100] as const
export const rowsCookie = "keypoint-rows"
const most = 200

/** One of the numbers that can be chosen; null for anything else. */
export function rowsOf(value: unknown): number | null {
  return rowChoices.find((choice) => String(choice) === value) ?? null
}

/** How many rows a page shows: the number in its address (`?limit=`, at most 200), else the one kept on this device, else the fewest. */
export async function shownRows(query: Record<string, string | string[] | undefined>): Promise<number> {
  const asked = typeof query.limit === "string" && /^[1-9]\d{0,2}$/.test(query.limit) ? Number(query.limit) : null
  if (asked !== null && asked <= most) return asked
  return rowsOf((await cookies()).get(rowsCookie)?.value) ?? rowChoices[0]
}
