import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Due } from "@/components/evidence/due"
import { Facts } from "@/components/ui/facts"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import type { ObligationView } from "@/lib/evidence/queries/obligation"
import { isOpen } from "@/lib/evidence/rules/status"
import { textIn } from "@/lib/platform/i18n/text"

/** The point in one glance: what, when, what to keep, and who answers. */
export function PointGlance({ view }: { view: ObligationView }) {
  const t = useTranslations("evidence")
  const common = useTranslations("common")
  const format = useFormatter()
  const locale = useLocale()
  const { obligation, point, today, ownerName, people, answering } = view
  const performers = people.filter(({ id }) => id !== answering.owner)
  const kinds = point.evidenceKinds.map((kind) => (common.has(`evidenceKinds.${kind}`) ? common(`evidenceKinds.${kind}`) : kind))
  return (
    <Facts
      facts={[
        { label: t("obligation.what"), value: <Text text={{ zh: point.descriptionZh, en: point.descriptionEn }} marked />, wide: true },
        { label: t("obligation.due"), value: <Due on={obligation.dueOn} today={today} open={isOpen(obligation.status)} /> },
        {
          label: t("obligation.when"),
          value: t.rich("obligation.whenValue", { frequency: common(`frequencies.${point.frequency}`), end: () => <DateText day={obligation.periodEnd} /> }),
        },
        { label: t("obligation.keep"), value: format.list(kinds) },
        { label: t("obligation.owner"), value: ownerName ? <Text text={ownerName} /> : <span className="font-medium text-bad">{t("noOwner")}</span> },
        ...(performers.length > 0 ? [{ label: t("obligation.performers"), value: format.list(performers.map(({ name }) => textIn(locale, name))) }] : []),
      ]}
    />
  )
}
