import { useTranslations } from "next-intl"
import { Select } from "./select"

type Props = { quarters: readonly string[]; none?: string; defaultValue?: string; className?: string }

/** One of several quarters (`2026-Q3`), each by its name in the reader's language. */
export function QuarterSelect({ quarters, ...rest }: Props) {
  const t = useTranslations("common.time")
  const options = [...new Set(quarters)].map((quarter) => ({ value: quarter, label: t("quarter", { year: quarter.slice(0, 4), quarter: Number(quarter.slice(6)) }) }))
  return <Select {...rest} options={options} />
}
