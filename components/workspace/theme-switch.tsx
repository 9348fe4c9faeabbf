import { useTranslations } from "next-intl"
import { chooseTheme } from "@/lib/access/actions/preferences"
import { themes, type Theme } from "@/lib/platform/theme"

export function ThemeSwitch({ current }: { current: Theme }) {
  const t = useTranslations("navigation.theme")
  return (
    <form action={chooseTheme} aria-label={t("label")} className="flex">
      {themes.map((theme) => (
        <button
          key={theme}
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          className="min-h-8 flex-1 px-2 text-sm whitespace-nowrap text-ink-soft hover:underline aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {t(theme)}
        </button>
      ))}
    </form>
  )
}
