import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import type { Text as Name } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { copy } from "@/lib/units/actions/imports"
import { mayAssign } from "@/lib/units/policy"
import { ownerCopyPage } from "@/lib/units/queries/copy-owners"
import { headsOf } from "@/lib/units/queries/ground"

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Query> }

type Told = { point: { pointId: string; code: string }; position: string | null }

/** Points that stand under one position, the most first; `more` keeps apart what differs otherwise. */
function byPosition<Row extends Told>(rows: readonly Row[], more: (row: Row) => string) {
  const groups = [...Map.groupBy(rows, (row) => `${row.position} ${more(row)}`)].flatMap(([key, some]) => (some[0] ? [{ key, first: some[0], rows: some }] : []))
  return groups.toSorted((one, other) => other.rows.length - one.rows.length)
}

function codes(rows: readonly Told[]): string {
  return rows.map(({ point }) => point.code).join(", ")
}

/** Owners by what another plant of the same kind has: a preview, the gaps that stay, and the confirmation. */
export default async function CopyOwnersPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId }, query] = [await params, await searchParams]
  const page = await ownerCopyPage(actor, unitId, first(query.from))
  if (!page || !actor.audience.includes("operating")) notFound()
  const [t, owners, locale] = [await getTranslations("organisation.copy"), await getTranslations("units.ownership"), await getLocale()]
  const copied = Number(first(query.copied)) || 0
  const { unit, others, copy: told, departments, positionNames } = page
  const verdict = mayAssign(actor, { unitId: unit.id, heads: headsOf({ departments }, told?.matches.map(({ point }) => point) ?? []) })
  const positionOf = (code: string | null) => (code === null ? null : (positionNames.get(code)?.[locale === "en" ? "en" : "zh"] ?? code))
  const names = (all: (Name | null)[]) => [...new Set(all.flatMap((name) => (name ? [textIn(locale, name)] : [])))].join(", ")
  return (
    <Drawn>
      <PageHead code={unit.code} title={t("title")} lead={t("lead")} crumbs={[{ label: `${unit.code} ${owners("title")}`, href: `/units/${unit.id}/ownership` }]} />
      {copied > 0 && <div className="pt-5"><Notice kind="success" title={t("copied", { count: copied })}><Link href={`/units/${unit.id}/ownership`}>{owners("title")}</Link></Notice></div>}
      {page.gaps === 0 && <Empty title={t("complete")}>{t("lead")}</Empty>}
      {others.length === 0 && <Empty title={t("none")}>{t("noneHint")}</Empty>}
      {page.gaps > 0 && others.length > 0 && (
        <Filters address={{ path: `/units/${unit.id}/ownership/copy`, query: { from: query.from } }} button={t("choose")}>
          <Field name="from" label={t("from")} className="max-lg:col-span-full"><Select options={others.map(({ id, code, name }) => ({ value: id, label: `${code} ${textIn(locale, name)}` }))} /></Field>
        </Filters>
      )}
      {told && (
        <>
          <Section title={`${t("match")} · ${told.matches.length}`}>
            <Table
              caption={t("match")}
              captionHidden
              rows={byPosition(told.matches, () => "")}
              rowKey={({ key }) => key}
              empty={<Empty title={t("nothing")}>{t("nothingHint")}</Empty>}
              columns={[
                { key: "position", header: t("position"), rowHeader: true, className: "min-w-40", cell: ({ first: { position } }) => positionOf(position) },
                { key: "there", header: t("there"), cell: ({ rows }) => names(rows.map(({ thereName }) => thereName)) },
                { key: "here", header: t("here"), className: "whitespace-nowrap", cell: ({ first: { hereName } }) => hereName && textIn(locale, hereName) },
                { key: "count", header: t("count"), align: "end", cell: ({ rows }) => rows.length },
                { key: "points", header: t("point"), className: "min-w-64", cell: ({ rows }) => codes(rows) },
              ]}
            />
            {told.matches.length > 0 && (
              <FormShell action={copy} hidden={{ unitId: unit.id, fromUnitId: told.from.id, seen: told.digest }} label={t("title")}>
                <Submit refusal={verdict.allowed ? null : verdict.refusal}>{t("confirm", { count: told.matches.length })}</Submit>
              </FormShell>
            )}
          </Section>
          {told.gaps.length > 0 && (
            <Section title={`${t("gaps")} · ${told.gaps.length}`}>
              <Table
                caption={t("gaps")}
                captionHidden
                rows={byPosition(told.gaps, ({ why }) => why)}
                rowKey={({ key }) => key}
                columns={[
                  { key: "position", header: t("position"), rowHeader: true, className: "min-w-40", cell: ({ first: { position } }) => positionOf(position) ?? "—" },
                  { key: "why", header: t("why"), className: "min-w-40", cell: ({ first: { why, count } }) => t(why, { count }) },
                  { key: "there", header: t("there"), cell: ({ rows }) => names(rows.map(({ thereName }) => thereName)) },
                  { key: "count", header: t("count"), align: "end", cell: ({ rows }) => rows.length },
                  { key: "points", header: t("point"), className: "min-w-64", cell: ({ rows }) => codes(rows) },
                ]}
              />
            </Section>
          )}
        </>
      )}
    </Drawn>
  )
}
