import { useFormatter, useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { thresholdsOf } from "@/lib/deficiencies/rules/grading"
import { figureOf, type Materiality } from "@/lib/scoping/rules/materiality"

/** The year's figures, the rule that was chosen with its sum, and the thresholds that grading takes from the same figures. */
export function MaterialityFacts({ materiality }: { materiality: Materiality }) {
  const [t, format] = [useTranslations("scoping.materiality"), useFormatter()]
  const { figures, basis, percentage, performancePercentage, trivialPercentage, amount, performance, trivial, reason } = materiality
  const yuan = (value: number) => format.number(value, "whole")
  const thresholds = thresholdsOf(figures)
  return (
    <Facts
      facts={[
        { label: t("amount"), value: <><strong className="font-semibold">{yuan(amount)}</strong>{"\n"}{t("rule", { percent: percentage, basis: t(`bases.${basis}`), figure: yuan(figureOf(figures, basis) ?? 0) })}</> },
        { label: t("performance"), value: <>{yuan(performance)}{"\n"}{t("ofIt", { percent: performancePercentage })}</> },
        { label: t("trivial"), value: <>{yuan(trivial)}{"\n"}{t("ofIt", { percent: trivialPercentage })}</> },
        { label: t("figures.profit"), value: yuan(figures.profitBeforeTax) },
        ...(figures.averageProfit === undefined ? [] : [{ label: t("figures.average-profit"), value: yuan(figures.averageProfit) }]),
        { label: t("figures.revenue"), value: yuan(figures.revenue) },
        { label: t("figures.assets"), value: yuan(figures.assets) },
        { label: t("thresholds"), value: t("thresholdsText", { material: yuan(thresholds.material), significant: yuan(thresholds.significant) }), wide: true },
        ...(reason ? [{ label: t("reason"), value: reason, wide: true }] : []),
      ]}
    />
  )
}
