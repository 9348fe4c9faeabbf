import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"

export default function NotFound() {
  const t = useTranslations("common.page.notFound")
  return (
    <main id="content" className="mx-auto max-w-xl space-y-4 px-6 py-24">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="text-ink-soft">{t("text")}</p>
      <ButtonLink href="/">{t("action")}</ButtonLink>
    </main>
  )
}
