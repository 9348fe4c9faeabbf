import { useLocale, useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { LeftBehind } from "@/components/ui/left-behind"
import { textIn, type Bilingual } from "@/lib/platform/i18n/text"
import { type Theme } from "@/lib/platform/theme"
import { Follow } from "./follow"
import { LanguageSwitch } from "./language-switch"
import { rooms, type Room } from "./navigation"
import { PersonMenu } from "./person-menu"
import { RoomLinks } from "./room-links"
import { UnitSwitch, type ReachedUnit } from "./unit-switch"

export type ShellProps = {
  person?: { name: Bilingual; email: string }
  units?: ReachedUnit[]
  chosenUnitId?: string
  shownRooms?: readonly Room[]
  theme: Theme
  demo?: boolean
  signOut?: () => Promise<void>
  chooseUnit?: (form: FormData) => Promise<void>
  children: ReactNode
}

/** The frame of the workspace: who I am, where I am, where I can go. It decides nothing. */
export function Shell(props: ShellProps) {
  const { person, units = [], shownRooms = rooms, theme, demo = false, children } = props
  const t = useTranslations("navigation")
  const common = useTranslations("common")
  const locale = useLocale()
  const named = shownRooms.map(({ href, key, also }) => ({ href, also, label: t(`rooms.${key}`) }))
  return (
    <>
      <Follow />
      <a href="#content" className="fixed -top-20 left-4 z-30 border border-ink bg-sheet px-4 py-2 focus:top-4 print:hidden">
        {common("page.skip")}
      </a>
      <header className="border-b border-line bg-paper print:hidden">
        {demo && <p className="bg-ink px-4 py-1 text-center text-xs text-paper">{t("demo")}</p>}
        <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-4 px-4 pt-1 sm:px-8">
          <a href="/" className="inline-flex min-h-11 items-center gap-2 font-semibold">
            <span aria-hidden="true" className="size-3 rounded-full border-2 border-ink bg-ink outline-1 outline-offset-2 outline-ink" />
            {common("product.name")}
          </a>
          <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3">
            {units.length > 1 && props.chooseUnit && (
              <UnitSwitch units={units} chosenId={props.chosenUnitId} choose={props.chooseUnit} />
            )}
            <div className="max-md:hidden"><LanguageSwitch label={t("language")} /></div>
            <PersonMenu
              name={person ? textIn(locale, person.name) : undefined}
              email={person?.email}
              theme={theme}
              signOut={person ? props.signOut : undefined}
            />
          </div>
        </div>
        <nav aria-label={t("label")} className="relative mx-auto max-w-[110rem] px-4 sm:px-8">
          <ul className="hidden flex-wrap gap-x-6 text-sm md:flex"><RoomLinks rooms={named} /></ul>
          <details className="group md:hidden">
            <summary className="flex min-h-11 w-fit list-none items-center gap-2 text-sm font-medium">
              <span aria-hidden="true" className="group-open:hidden">☰</span>
              <span aria-hidden="true" className="hidden group-open:inline">×</span>
              {t("menu")}
            </summary>
            <ul className="grid grid-cols-2 gap-x-6 pb-3 text-sm"><RoomLinks rooms={named} /></ul>
          </details>
          <div className="absolute top-0.5 right-2.5 sm:right-6.5 md:hidden"><LanguageSwitch label={t("language")} /></div>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-[110rem] px-4 py-6 outline-none sm:px-8">
        <LeftBehind />
        {children}
      </main>
    </>
  )
}
