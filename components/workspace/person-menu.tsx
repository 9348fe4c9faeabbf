import { useTranslations } from "next-intl"
import { type Theme } from "@/lib/platform/theme"
import { Menu } from "./menu"
import { account } from "./navigation"
import { ThemeSwitch } from "./theme-switch"

type PersonMenuProps = {
  name: string | undefined
  email: string | undefined
  theme: Theme
  signOut: (() => Promise<void>) | undefined
}

/** The person's own things: account, light or dark, the way out. */
export function PersonMenu({ name, email, theme, signOut }: PersonMenuProps) {
  const t = useTranslations("navigation")
  if (!name) return <ThemeSwitch current={theme} />
  return (
    <Menu label={t("person", { name })} summary={<span className="max-w-32 truncate">{name}</span>}>
      <p className="border-b border-hairline px-2 pb-2 break-all text-ink-soft">{email}</p>
      <a href={account.href} className="flex min-h-9 items-center px-2 hover:bg-shade">
        {t(`rooms.${account.key}`)}
      </a>
      <ThemeSwitch current={theme} />
      {signOut && (
        <form action={signOut} className="border-t border-hairline pt-1">
          <button className="flex min-h-9 w-full items-center px-2 text-left hover:bg-shade">{t("signOut")}</button>
        </form>
      )}
    </Menu>
  )
}
