import { useLocale, useTranslations } from "next-intl"
import { Facts, type Fact } from "@/components/ui/facts"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import type { RecordVersion } from "@/lib/evidence/queries/record"
import { countText, moneyText } from "@/lib/platform/i18n/count-text"

/** What one version says; only what was given is shown. */
export function VersionFacts({ version }: { version: RecordVersion }) {
  const t = useTranslations("evidence")
  const common = useTranslations("common.evidenceKinds")
  const locale = useLocale()
  const kind = common.has(version.kind) ? common(version.kind) : t(`contentKinds.${version.kind}`)
  const register = version.kind === "register"
  const facts: (Fact | false)[] = [
    { label: t("form.kind"), value: kind },
    version.occurredOn !== null && { label: t("form.occurredOn"), value: <DateText day={version.occurredOn} /> },
    Boolean(version.reference) && { label: t(register ? "form.numberRange" : "form.reference"), value: version.reference },
    version.count !== null && { label: t("form.count"), value: countText(locale, version.count) },
    Boolean(version.source) && { label: t("form.source"), value: version.source },
    Boolean(version.location) && { label: t("form.location"), value: version.location },
    version.amount !== null && { label: t("form.amount"), value: moneyText(locale, Number(version.amount)) },
    Boolean(version.counterparty) && { label: t("form.counterparty"), value: version.counterparty },
    version.performer !== null && { label: t("form.performedBy"), value: <Text text={version.performer} /> },
    version.submitter !== null && { label: t("record.submittedBy"), value: <Text text={version.submitter} /> },
    version.principal !== null && { label: t("record.actedFor"), value: <Text text={version.principal} /> },
    { label: t("record.submittedAt"), value: <Time at={version.submittedAt} /> },
    version.note !== "" && { label: t(version.occurred ? "form.note" : "obligation.absentReason"), value: version.note, wide: true },
    Boolean(version.reason) && { label: t("record.reason"), value: version.reason, wide: true },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}
