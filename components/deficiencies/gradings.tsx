import { useLocale, useTranslations } from "next-intl"
import { Section } from "@/components/ui/section"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { moneyText } from "@/lib/platform/i18n/count-text"
import { Note } from "./note"

/** Proposals and grades, with what they rest on. */
export function GradingNotes({ record, names }: Pick<DeficiencyView, "record" | "names">) {
  const t = useTranslations("deficiencies")
  const locale = useLocale()
  if (record.gradings.length === 0) return null
  const basis = (one: (typeof record.gradings)[number]) => [
    t(`likelihoods.${one.likelihood}`),
    one.magnitude === null ? "" : t("page.magnitude", { amount: moneyText(locale, Number(one.magnitude)) }),
    one.materialFrom === null ? "" : t("page.thresholds", { amount: moneyText(locale, Number(one.materialFrom)) }),
    ...one.presumed.map((presumption) => t(`presumptions.${presumption}`)),
  ].filter(Boolean).join(" · ")
  return (
    <Section title={t("page.grading")}>
      <ul className="text-sm">
        {record.gradings.map((one) => (
          <Note key={one.id} names={names} what={<>{t(`page.gradingKinds.${one.kind}`)} · {t(`grades.${one.grade}`)}</>} by={one.by} at={one.at}>
            <span className="text-ink-soft">{basis(one)}</span>{"\n"}{one.reason}
          </Note>
        ))}
      </ul>
    </Section>
  )
}
