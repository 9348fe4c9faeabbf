import { useLocale } from "next-intl"
import { chooseLanguage } from "@/lib/platform/i18n/actions"
import { locales } from "@/lib/platform/i18n/locales"

// Each language in its own words, so that a reader who cannot read the page finds it.
const names = { "zh-CN": "简体", "zh-TW": "繁體", en: "English" }

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
          {names[locale]}
        </button>
      ))}
    </form>
  )
}
