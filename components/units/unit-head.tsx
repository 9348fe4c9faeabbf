import { useLocale, useTranslations } from "next-intl"
import { PageHead } from "@/components/ui/page-head"
import { Notice } from "@/components/ui/notice"
import { Tabs } from "@/components/ui/tabs"
import { DateText } from "@/components/ui/time"
import { textIn } from "@/lib/platform/i18n/text"

type UnitHeadProps = { unit: { id: string; code: string; nameZh: string; nameEn: string; to?: Date | null }; current: "unit" | "people" | "ownership"; lead?: string }

/** The head of a unit's pages, and the way between them. */
export function UnitHead({ unit, current, lead }: UnitHeadProps) {
  const t = useTranslations("units")
  const locale = useLocale()
  return (
    <>
      <PageHead code={unit.code} title={textIn(locale, { zh: unit.nameZh, en: unit.nameEn })} crumbs={[{ label: t("list.title"), href: "/units" }]} lead={lead} />
      {unit.to && <div className="pb-4"><Notice kind="warning" title={t.rich("tabs.ceases", { day: () => (unit.to ? <DateText day={unit.to} /> : null) })} /></div>}
      <Tabs
        label={t("tabs.label")}
        current={current}
        tabs={[
          { key: "ownership", label: t("tabs.ownership"), href: `/units/${unit.id}/ownership` },
          { key: "unit", label: t("tabs.unit"), href: `/units/${unit.id}` },
          { key: "people", label: t("tabs.people"), href: `/units/${unit.id}/people` },
        ]}
      />
    </>
  )
}
