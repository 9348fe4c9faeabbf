import { useLocale, useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import type { ReviewLine } from "@/lib/access-reviews/queries/reviews"
import type { Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

type LinesProps = { unitId: string; lines: readonly ReviewLine[]; names: ReadonlyMap<string, Text>; open?: (line: ReviewLine) => boolean }

/** Each access with its warnings and what was decided; with `open` in a form, where the lines that may be decided have a box. */
export function LinesTable({ unitId, lines, names, open }: LinesProps) {
  const [t, roles, rules, locale] = [useTranslations("access-reviews"), useTranslations("common.roles"), useTranslations("duties.rules"), useLocale()]
  const nameOf = (id: string | null) => {
    const name = id ? names.get(id) : undefined
    return name ? textIn(locale, name) : ""
  }
  const whatOf = ({ kind, what, whatEn }: ReviewLine) => (kind === "grant" && roles.has(what) ? roles(what) : textIn(locale, { zh: what, en: whatEn }))
  return (
    <Table
      caption={t("lines")}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      empty={<Empty title={t("noLines")}>{t("noLinesHint")}</Empty>}
      selection={open && { name: "lineIds", label: (line) => t("lineOf", { person: nameOf(line.personId), what: whatOf(line) }), disabled: (line) => !open(line) }}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ personId }) => (personId ? <Link href={`/units/${unitId}/people/${personId}`}>{nameOf(personId)}</Link> : "—") },
        { key: "kind", header: t("kind"), className: "whitespace-nowrap", cell: ({ kind }) => t(`kinds.${kind}`) },
        { key: "what", header: t("what"), className: "min-w-32", cell: whatOf },
        { key: "from", header: t("from"), cell: ({ from }) => <DateText day={from} form="short" /> },
        { key: "to", header: t("to"), cell: ({ to }) => to && <DateText day={to} form="short" /> },
        { key: "used", header: t("lastUsed"), cell: ({ lastUsedAt, kind }) => (lastUsedAt ? <DateText day={lastUsedAt.toISOString().slice(0, 10)} form="short" /> : kind !== "engagement" && t("never")) },
        { key: "warnings", header: t("warnings"), className: "min-w-40", cell: ({ warnings, conflicts }) => warnings.length === 0 ? null : (
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>
                <Status tone="late">{t(`warning.${warning}`)}</Status>
                {warning === "conflict" && <span className="block text-ink-soft">{conflicts.map((rule) => rules(rule)).join(" ")}</span>}
              </li>
            ))}
          </ul>
        ) },
        { key: "decision", header: t("decision"), className: "min-w-28", cell: ({ decision, until, outcome, reason, decidedBy }) => decision && (
          <>
            {outcome ? t(`outcomes.${outcome}`) : t(`decisions.${decision}`)} {until && <DateText day={until} form="short" />}
            {reason && <span className="block text-ink-soft">{reason}</span>}
            <span className="block text-ink-soft">{nameOf(decidedBy)}</span>
          </>
        ) },
      ]}
    />
  )
}
