import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { mayImport } from "@/lib/units/commands/imports"
import type { ImportKind } from "@/lib/units/schema"
import { exportHolidays } from "./holidays"
import { exportOrganisation } from "./organisation"
import { exportOwners } from "./owners"
import { sheetName } from "./vocabulary"

type Asked = { kind: ImportKind; unitId: string; locale: Locale; template: boolean }

/** What may be imported into a unit, as a workbook that imports again without a difference; null where it may not be read. */
export async function exportUnit(actor: Actor, { kind, unitId, locale, template }: Asked): Promise<{ name: string; bytes: Uint8Array } | null> {
  const unit = actor.units?.find(({ id }) => id === unitId)
  if (!unit) return null
  if (kind === "ownership") {
    const owners = await exportOwners(actor, unitId, locale, template)
    return owners && { name: `${sheetName("owners", locale)} ${owners.code}`, bytes: owners.bytes }
  }
  if (!mayImport(actor, kind, unit).allowed) return null
  if (kind === "holidays") return { name: sheetName("holidays", locale), bytes: await exportHolidays(actor, locale, template) }
  const bytes = await exportOrganisation(actor, unitId, locale, template)
  return bytes && { name: `${sheetName("units", locale)} ${unit.code}`, bytes }
}
