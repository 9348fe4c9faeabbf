import type { Tx } from "@/lib/platform/database"
import { dateOf, dayOf, type Day, today } from "@/lib/platform/days"

export type EditionInForce = { id: string; number: string; titleZh: string; titleEn: string; effectiveFrom: Day }

/**
 * The edition in force on a day (today, unless told): the latest to have taken effect, also if the next one is published
 * already. Null when there is none.
 */
export async function editionInForceIn(tx: Tx, day?: Day): Promise<EditionInForce | null> {
  const until = dateOf(day ?? (await todayIn(tx)))
  const edition = await tx.edition.findFirst({
    where: { status: { in: ["published", "superseded"] }, effectiveFrom: { lte: until } },
    orderBy: [{ effectiveFrom: "desc" }, { publishedAt: "desc" }],
    select: { id: true, number: true, titleZh: true, titleEn: true, effectiveFrom: true },
  })
  return edition && { ...edition, effectiveFrom: edition.effectiveFrom ? dayOf(edition.effectiveFrom) : "" }
}

async function todayIn(tx: Tx): Promise<Day> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now() as now`
  return today(row?.now ?? new Date(0))
}
