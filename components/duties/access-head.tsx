import { useLocale, useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"

/** The head of the parts of access, and the workbook of all of them. */
export function AccessHead({ current }: { current: "matrix" | "acts" | "rules" | "reviews" }) {
  const [t, locale] = [useTranslations("duties"), useLocale()]
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: t("units"), href: "/units" }]} actions={<ButtonLink href={`/api/access-matrix?lang=${locale}`} target="_blank">{t("workbook")}</ButtonLink>} />
      <Tabs
        label={t("tabs.label")}
        current={current}
        tabs={[
          { key: "matrix", label: t("tabs.matrix"), href: "/duties" },
          { key: "acts", label: t("tabs.acts"), href: "/duties/acts" },
          { key: "rules", label: t("tabs.rules"), href: "/duties/rules" },
          { key: "reviews", label: t("tabs.reviews"), href: "/access-reviews" },
        ]}
      />
    </>
  )
}
