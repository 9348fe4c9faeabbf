import { useLocale } from "next-intl"
import type { ReachedUnit } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

/** Names units by their ids, as far as the reader reaches them. */
export function useUnitName(units: readonly ReachedUnit[]): (id: string) => string {
  const locale = useLocale()
  return (id) => {
    const unit = units.find((known) => known.id === id)
    return unit ? textIn(locale, unit.name) : ""
  }
}
