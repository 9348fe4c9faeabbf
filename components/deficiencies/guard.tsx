import { useTranslations } from "next-intl"
import { type Fact, Facts } from "@/components/ui/facts"
import { Status } from "@/components/ui/status"
import { DateText } from "@/components/ui/time"
import type { GuardView } from "@/lib/deficiencies/queries/page"

/** The waiting period: what must run, until when to wait, and the last day that still passes before the base date. */
export function Guard({ guard }: { guard: GuardView }) {
  const t = useTranslations("deficiencies.guard")
  const words = useTranslations("common.frequencies")
  const { daysLeft } = guard
  const facts: Fact[] = [
    { label: t("rule"), value: [t(`runs.${guard.unit}`, { runs: guard.runs }), words(guard.frequency), guard.yearCount === null ? "" : t("estimated", { count: guard.yearCount })].filter(Boolean).join(" · ") },
    { label: t("samples"), value: t("atLeast", { samples: guard.samples }) },
    { label: t.rich("last", { base: () => <DateText day={guard.baseDate} /> }), value: <DateText day={guard.lastImplementation} /> },
  ]
  if (guard.implementedOn !== null && guard.from !== null && daysLeft !== null) {
    facts.push(
      { label: t("implementedOn"), value: <DateText day={guard.implementedOn} /> },
      { label: t("from"), value: <DateText day={guard.from} /> },
      { label: t("left"), value: <>{daysLeft > 0 ? <Status tone="due">{t("days", { days: daysLeft })}</Status> : <Status tone="good">{t("over")}</Status>} · {guard.inTime ? t("inTime") : <Status tone="late">{t("late")}</Status>}</> },
    )
  }
  return <Facts facts={facts} />
}
