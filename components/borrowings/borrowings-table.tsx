import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Link } from "@/components/ui/link"
import { Select } from "@/components/ui/select"
import { Status, type Tone } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import { decline, end, lend, withdraw } from "@/lib/borrowings/actions"
import { mayBorrow, mayDecline } from "@/lib/borrowings/policy"
import type { Lendable } from "@/lib/borrowings/queries/asking"
import type { ListedBorrowing } from "@/lib/borrowings/queries/borrowings"
import { actsOn } from "@/lib/borrowings/rules/standing"
import type { Actor } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

const tones: Record<ListedBorrowing["standing"], Tone> = { asked: "due", lent: "good", over: "neutral", declined: "neutral", withdrawn: "neutral", ended: "neutral" }

type BorrowingsProps = { actor: Actor; borrowings: readonly ListedBorrowing[]; lendable: ReadonlyMap<string, readonly Lendable[]>; empty?: ReactNode }

/** Testers asked for, lent and borrowed: for which papers, until when, and what can be done about it. */
export function BorrowingsTable({ actor, borrowings, lendable, empty }: BorrowingsProps) {
  const t = useTranslations("borrowings")
  return (
    <Table
      caption={t("title")}
      captionHidden
      rows={borrowings}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: "number", header: t("number"), rowHeader: true, className: "whitespace-nowrap", cell: ({ number }) => number },
        { key: "unit", header: t("unit"), cell: ({ unit }) => unit && <Text text={unit} /> },
        { key: "person", header: t("person"), cell: ({ person, home }) => (person ? <><Text text={person} /> {home && <span className="text-ink-soft"><Text text={home} /></span>}</> : t("nobody")) },
        { key: "papers", header: t("papers"), className: "min-w-40", cell: (row) => <Papers row={row} opens={opens(actor, row)} /> },
        { key: "lastDay", header: t("lastDay"), cell: ({ lastDay }) => <DateText day={lastDay} form="short" /> },
        { key: "state", header: t("state"), cell: ({ standing }) => <Status tone={tones[standing]}>{t(`standing.${standing}`)}</Status> },
        { key: "reason", header: t("reason"), className: "min-w-40", cell: ({ reason, endReason }) => <>{reason}{endReason && <span className="block text-ink-soft">{endReason}</span>}</> },
        { key: "acts", header: t("acts.open"), className: "min-w-56", cell: (row) => <Acts actor={actor} row={row} lendable={lendable.get(row.unitId) ?? []} /> },
      ]}
    />
  )
}

/** Whether a reader gets to the papers: those of a unit of theirs, and while they are lent. */
function opens(actor: Actor, { unitId, personId, standing }: ListedBorrowing): boolean {
  return (actor.units ?? []).some(({ id }) => id === unitId) || (standing === "lent" && personId !== null && personId === actor.personId)
}

function Papers({ row: { papers, assessmentId }, opens: open }: { row: ListedBorrowing; opens: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {papers.map(({ testId, code }) => <li key={testId} className="py-1">{open ? <Link href={`/assessments/${assessmentId}/tests/${testId}`}>{code}</Link> : code}</li>)}
    </ul>
  )
}

const actions = { decline, withdraw, end } as const

function Acts({ actor, row, lendable }: { actor: Actor; row: ListedBorrowing; lendable: readonly Lendable[] }) {
  const [t, locale] = [useTranslations("borrowings"), useLocale()]
  const hidden = { id: row.id, version: row.version }
  const offered = actsOn(row.standing).filter((act) => (act === "decline" || act === "lend" ? mayDecline(actor, row) : mayBorrow(actor, row)).allowed)
  return (
    <div className="space-y-2">
      {offered.map((act) => act === "lend" ? (
        <FormShell key={act} action={lend} hidden={hidden} label={`${t("acts.lend")} ${row.number}`} className="flex flex-wrap items-end gap-2">
          <Field name="personId" label={t("choose")}><Select options={lendable.map(({ id, name, unit }) => ({ value: id, label: `${textIn(locale, unit)} ${textIn(locale, name)}` }))} /></Field>
          <Submit>{t("acts.lend")}</Submit>
        </FormShell>
      ) : (
        <details key={act}>
          <summary className="min-h-6 text-sm">{t(`acts.${act}`)}</summary>
          <FormShell action={actions[act]} hidden={hidden} label={`${t(`acts.${act}`)} ${row.number}`} className="flex flex-wrap items-end gap-2 pt-2">
            <Field name="reason" label={t("acts.endReason")} required><Input maxLength={1000} /></Field>
            <Submit variant="plain">{t(`acts.${act}`)}</Submit>
          </FormShell>
        </details>
      ))}
    </div>
  )
}
