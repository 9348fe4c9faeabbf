import { getTranslations } from "next-intl/server"
import { type ReactNode } from "react"
import { Follow } from "@/components/workspace/follow"
import { LanguageSwitch } from "@/components/workspace/language-switch"

/** The door: the product's name, one form, the languages. */
export default async function SignInLayout({ children }: { children: ReactNode }) {
  const [common, t] = await Promise.all([getTranslations("common"), getTranslations("navigation")])
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-8 px-6 py-12">
      <div className="flex items-center justify-between gap-4">
        <p className="flex items-center gap-2 font-semibold">
          <span aria-hidden="true" className="size-3 rounded-full border-2 border-ink bg-ink outline-1 outline-offset-2 outline-ink" />
          {common("product.name")}
        </p>
        <LanguageSwitch label={t("language")} />
      </div>
      <Follow />
      {children}
      <p className="text-sm text-ink-soft">{common("product.description")}</p>
    </main>
  )
}
