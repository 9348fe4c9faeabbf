import type { Actor } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import type { Locale } from "@/lib/platform/i18n/locales"
import { matrixOf } from "@/lib/units/queries/matrix"
import { ownerColumns } from "./columns"
import { writeSheets, type Cells } from "./write"

/** The owners of a unit's points (or an empty sheet with its points alone); null where the unit is not reached. */
export async function exportOwners(actor: Actor, unitId: string, locale: Locale, template: boolean): Promise<{ code: string; bytes: Uint8Array } | null> {
  const read = await matrixOf(actor, unitId)
  if (!read) return null
  const rows = read.rows.map((row): Cells => ({
    unit: read.unit.code, point: row.code, title: textIn(locale, row.title), responsible: row.position && textIn(locale, row.position),
    ...(template ? {} : { owner: row.owner?.email ?? null, ownerName: row.owner && textIn(locale, row.owner.name), performers: row.performers.join("\n"), since: row.owner?.since ?? null }),
  }))
  const offers = new Map([["owner", { list: "people", open: true }]])
  return { code: read.unit.code, bytes: await writeSheets(locale, [["owners", ownerColumns]], { owners: rows }, offers, [{ name: "people", values: read.people }]) }
}
