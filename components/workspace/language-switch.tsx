import { useLocale } from "next-intl"
import { chooseLanguage } from "@/lib/access/actions/preferences"
import { localeNames, locales } from "@/lib/platform/i18n/locales"

export function LanguageSwitch({ label }: { label: string }) {
  const current = useLocale()
  return (
    <form action={chooseLanguage} aria-label={label} className="flex">
      {locales.map((locale) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className="min-h-10 px-1.5 text-sm text-ink-soft hover:underline aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {localeNames[locale]}
        </button>
      ))}
    </form>
  )
}
