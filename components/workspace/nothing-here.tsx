import { useTranslations } from "next-intl"
import { DocumentTitle } from "@/components/ui/document-title"
import { ButtonLink } from "@/components/ui/link"

/** What is shown for an address that leads nowhere, or to another unit's record: the two look the same. */
export function NothingHere() {
  const t = useTranslations("common.page.notFound")
  return (
    <div className="mx-auto max-w-xl space-y-4 px-6 py-24">
      <DocumentTitle>{t("title")}</DocumentTitle>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="text-ink-soft">{t("text")}</p>
      <ButtonLink href="/">{t("action")}</ButtonLink>
    </div>
  )
}
