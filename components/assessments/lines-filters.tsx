import { useLocale, useTranslations } from "next-intl"
import type { Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Select } from "@/components/ui/select"
import type { Board } from "@/lib/assessments/queries/board"
import { conclusions } from "@/lib/assessments/rules/conclusion"
import { standingFilters } from "@/lib/assessments/rules/standing"
import { textIn } from "@/lib/platform/i18n/text"

/** What the lines are narrowed by; all of it is in the address. */
export function LinesFilters({ board, address }: { board: Board; address: Address }) {
  const t = useTranslations("assessments")
  const all = useTranslations("common.words")("all")
  const locale = useLocale()
  const nodes = [...new Set(board.counts.map(({ node }) => node))]
  const testers = [...new Set(board.counts.map(({ tester }) => tester))].flatMap((id) => {
    const name = id ? board.names.get(id) : undefined
    return id && name ? [{ value: id, label: textIn(locale, name) }] : []
  })
  return (
    <Filters address={address} keep={["lines"]}>
      <Field name="node" label={t("process")}><Select none={all} options={nodes.map((value) => ({ value, label: `${value} ${textIn(locale, board.titles.get(value) ?? { zh: value, en: null })}` }))} /></Field>
      <Field name="standing" label={t("lines.standing")}><Select none={all} options={standingFilters.map((value) => ({ value, label: value === "tested" || value === "unfinished" ? t(`lines.${value}`) : t(`status.${value}`) }))} /></Field>
      <Field name="conclusion" label={t("lines.conclusion")}><Select none={all} options={conclusions.map((value) => ({ value, label: t(`conclusions.${value}`) }))} /></Field>
      <Field name="tester" label={t("tester")}><Select none={all} options={testers} /></Field>
    </Filters>
  )
}
