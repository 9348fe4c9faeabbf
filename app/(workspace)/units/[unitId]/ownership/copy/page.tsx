import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { first, type Query } from "@/components/ui/address"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { FormShell } from "@/components/ui/form-shell"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"
import { copy } from "@/lib/units/actions/imports"
import { mayAssign } from "@/lib/units/policy"
import { ownerCopyPage } from "@/lib/units/queries/copy-owners"
import { headsOf } from "@/lib/units/queries/ground"

export async function generateMetadata() {
  return { title: (await getTranslations("organisation.copy"))("title") }
}

type Props = { params: Promise<{ unitId: string }>; searchParams: Promise<Query> }

/** Owners by what another plant of the same kind has: a preview, the gaps that stay, and the confirmation. */
export default async function CopyOwnersPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ unitId }, query] = [await params, await searchParams]
  const page = await ownerCopyPage(actor, unitId, first(query.from))
  if (!page || !actor.audience.includes("operating")) notFound()
  const [t, owners, locale] = [await getTranslations("organisation.copy"), await getTranslations("units.ownership"), await getLocale()]
  const { unit, others, copy: told, departments, positionNames } = page
  const verdict = mayAssign(actor, { unitId: unit.id, heads: headsOf({ departments }, told?.matches.map(({ point }) => point) ?? []) })
  const positionOf = (code: string | null) => (code === null ? null : (positionNames.get(code)?.[locale === "en" ? "en" : "zh"] ?? code))
  const pointOf = ({ code, titleZh, titleEn }: { code: string; titleZh: string; titleEn: string | null }) => <>{code} <Text text={{ zh: titleZh, en: titleEn }} /></>
  return (
    <>
      <PageHead code={unit.code} title={t("title")} lead={t("lead")} crumbs={[{ label: `${unit.code} ${owners("title")}`, href: `/units/${unit.id}/ownership` }]} />
      {page.gaps === 0 && <Empty title={t("complete")}>{t("lead")}</Empty>}
      {others.length === 0 && <Empty title={t("none")}>{t("noneHint")}</Empty>}
      {page.gaps > 0 && others.length > 0 && (
        <Filters address={{ path: `/units/${unit.id}/ownership/copy`, query }}>
          <Field name="from" label={t("from")}><Select options={others.map(({ id, code, name }) => ({ value: id, label: `${code} ${textIn(locale, name)}` }))} /></Field>
        </Filters>
      )}
      {told && (
        <>
          <Section title={`${t("match")} · ${told.matches.length}`}>
            <Table
              caption={t("match")}
              captionHidden
              rows={told.matches}
              rowKey={({ point }) => point.pointId}
              empty={<Empty title={t("nothing")}>{t("nothingHint")}</Empty>}
              columns={[
                { key: "point", header: t("point"), rowHeader: true, className: "min-w-64", cell: ({ point }) => pointOf(point) },
                { key: "position", header: t("position"), cell: ({ position }) => positionOf(position) },
                { key: "there", header: t("there"), className: "whitespace-nowrap", cell: ({ thereName }) => thereName && textIn(locale, thereName) },
                { key: "here", header: t("here"), className: "whitespace-nowrap", cell: ({ hereName }) => hereName && textIn(locale, hereName) },
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
                rows={told.gaps}
                rowKey={({ point }) => point.pointId}
                columns={[
                  { key: "point", header: t("point"), rowHeader: true, className: "min-w-64", cell: ({ point }) => pointOf(point) },
                  { key: "position", header: t("position"), cell: ({ position }) => positionOf(position) },
                  { key: "there", header: t("there"), className: "whitespace-nowrap", cell: ({ thereName }) => thereName && textIn(locale, thereName) },
                  { key: "why", header: t("why"), cell: ({ why, count }) => t(why, { count }) },
                ]}
              />
            </Section>
          )}
        </>
      )}
    </>
  )
}
