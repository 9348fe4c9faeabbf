import { useLocale, useTranslations } from "next-intl"
import { textIn, type Bilingual } from "@/lib/platform/i18n/text"
import { inTree } from "@/lib/platform/tree"
import { Menu } from "./menu"

export type ReachedUnit = { id: string; code: string; name: Bilingual; parentId: string | null }

const indents = ["", "pl-6", "pl-10"] as const

type UnitSwitchProps = {
  units: ReachedUnit[]
  chosenId: string | undefined
  choose: (form: FormData) => Promise<void>
}

/** The units this person reaches, one press each; those below a unit stand under it. */
export function UnitSwitch({ units, chosenId, choose }: UnitSwitchProps) {
  const t = useTranslations("navigation")
  const locale = useLocale()
  const chosen = units.find((unit) => unit.id === chosenId) ?? units[0]
  if (!chosen) return null
  return (
    <Menu
      label={t("chooseUnit", { unit: textIn(locale, chosen.name) })}
      summary={<span className="font-medium"><span className="sm:hidden">{chosen.code}</span><span className="block max-w-64 truncate max-sm:hidden">{textIn(locale, chosen.name)}</span></span>}
    >
      <form action={choose} aria-label={t("units")}>
        {inTree(units).map((unit) => (
          <button
            key={unit.id}
            name="unit"
            value={unit.id}
            aria-pressed={unit.id === chosen.id}
            className={`flex min-h-8 w-full items-center gap-3 px-2 text-left hover:bg-shade aria-pressed:font-semibold ${indents[Math.min(unit.depth, 2)]}`}
          >
            <span className="text-ink-soft">{unit.code}</span>
            {textIn(locale, unit.name)}
          </button>
        ))}
      </form>
    </Menu>
  )
}
