import { useFormatter, useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/choices"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Status, type Tone } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import { confirm } from "@/lib/distributions/actions"
import type { GivenPoint, MyList } from "@/lib/distributions/queries/mine"
import { dateOf } from "@/lib/platform/days"
import { isOpen, type ListState } from "@/lib/distributions/rules/lists"

const tones: Record<ListState, Tone> = { confirmed: "good", waiting: "due", overdue: "late", lapsed: "neutral" }

export function ListStatus({ state }: { state: ListState }) {
  const t = useTranslations("distributions.states")
  return <Status tone={tones[state]}>{t(state)}</Status>
}

/** One list that a person was given: the points, what is new in them, and the confirmation. Folded is what the department knows unchanged, and what is over. */
export function MyListSection({ list }: { list: MyList }) {
  const [t, format] = [useTranslations("distributions"), useFormatter()]
  const number = list.edition.number
  const caption = t("points", { number, due: format.dateTime(dateOf(list.dueOn), "day", { timeZone: "UTC" }) })
  const known = list.points.filter(({ own, since }) => !own && since === "same")
  const rest = known.length < list.points.length ? known : []
  const first = list.points.filter((point) => !rest.includes(point))
  if (isOpen(list)) {
    return (
      <Section title={t.rich("list", { number, due: () => <DateText day={list.dueOn} /> })} lead={t("listLead")} actions={<ListStatus state={list.state} />}>
        <Points list={list} points={first} caption={caption} />
        {rest.length > 0 && (
          <details>
            <summary className="min-h-6 cursor-pointer text-sm">{t("rest", { count: rest.length })}</summary>
            <Points list={list} points={rest} caption={t("rest", { count: rest.length })} />
          </details>
        )}
        <FormShell action={confirm} label={`${t("confirm.title")} · ${number} · ${list.dueOn}`} hidden={{ id: list.id }} className="space-y-3">
          <Checkbox name="known" label={t("confirm.known")} />
          <Submit>{t("confirm.button")}</Submit>
        </FormShell>
      </Section>
    )
  }
  return (
    <Section title={t.rich("past", { number, at: () => <Time at={list.givenAt} /> })} lead={list.confirmedAt && t.rich("confirmedAt", { at: () => <Time at={list.confirmedAt ?? list.givenAt} /> })} actions={<ListStatus state={list.state} />}>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm">{t("pastPoints", { count: list.points.length })}</summary>
        <Points list={list} points={list.points} caption={caption} />
      </details>
    </Section>
  )
}

function Points({ list, points, caption }: { list: MyList; points: GivenPoint[]; caption: string }) {
  const [t, common] = [useTranslations("distributions"), useTranslations("common")]
  return (
    <Table
      caption={caption}
      captionHidden
      rows={points}
      rowKey={({ pointId }) => pointId}
      columns={[
        { key: "code", header: common("words.code"), cell: ({ code }) => <span className="whitespace-nowrap">{code}</span> },
        { key: "title", header: common("words.controlPoint"), rowHeader: true, className: "min-w-40", cell: ({ pointId, title }) => <Link href={`/handbook/points/${pointId}?edition=${list.editionId}`}><Text text={title} marked /></Link> },
        { key: "what", header: common("words.description"), className: "min-w-72", cell: ({ description }) => <Text text={description} /> },
        { key: "own", header: t("mine.as"), cell: ({ own }) => <span className="whitespace-nowrap">{own ? t("mine.own") : t("mine.department")}</span> },
        { key: "since", header: t("mine.since"), cell: ({ since }) => <span className="whitespace-nowrap">{t(`since.${since}`)}</span> },
      ]}
    />
  )
}
