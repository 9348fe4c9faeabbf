import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FileInput } from "@/components/ui/file-input"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RefusalText } from "@/components/ui/refusal-text"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { UploadForm } from "@/components/ui/upload-form"
import { WorkbookLink } from "@/components/units/workbook-link"
import type { ReachedUnit } from "@/lib/platform/actor"
import { keptForm } from "@/lib/platform/kept-forms"
import { requireActor } from "@/lib/platform/session"
import { mayImport } from "@/lib/units/commands/imports"
import { unitImports } from "@/lib/units/queries/imports"
import { importKind } from "@/lib/units/schema"

const leads = { organisation: "leadOrganisation", ownership: "leadOwnership", holidays: "leadHolidays" } as const

/** The highest of the units that one may import into. */
function topmost(units: readonly ReachedUnit[], may: (unit: ReachedUnit) => boolean): ReachedUnit | undefined {
  const own = units.filter(may)
  return own.find(({ parentId }) => !own.some(({ id }) => id === parentId))
}

/** Chooses a workbook with organisation, owners or holidays; the answer is its preview. */
export default async function NewUnitImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const kind = importKind.catch("organisation").parse(first(query.kind))
  const unit = actor.units?.find(({ id }) => id === first(query.unit)) ?? (kind === "ownership" ? undefined : topmost(actor.units ?? [], (one) => mayImport(actor, kind, one).allowed))
  if (!unit || !actor.audience.includes("operating")) notFound()
  const [t, units] = [await getTranslations("organisation.page"), await getTranslations("units.list")]
  const verdict = mayImport(actor, kind, unit)
  const crumbs = [{ label: units("title"), href: "/units" }, { label: unit.code, href: kind === "ownership" ? `/units/${unit.id}/ownership` : `/units/${unit.id}` }]
  if (!verdict.allowed) {
    return (
      <>
        <PageHead title={t(kind)} crumbs={crumbs} />
        <Notice kind="info"><RefusalText refusal={verdict.refusal} /></Notice>
      </>
    )
  }
  const kept = keptForm(actor.personId, first(query.kept))
  const recent = (await unitImports(actor, { unitId: unit.id })).filter((row) => row.kind === kind)
  return (
    <Drawn>
      <PageHead code={unit.code} title={t(kind)} lead={t(leads[kind])} crumbs={crumbs} />
      <div className="max-w-2xl space-y-5 pt-6">
        <UploadForm address="/api/unit-imports" label={t(kind)} limit={20} hidden={{ kind, unitId: unit.id, from: `/units/imports/new?kind=${kind}&unit=${unit.id}` }} refusal={kept?.refusal} values={kept?.values}>
          {kept && <Notice kind="info">{t("kept")}</Notice>}
          <Field name="file" label={t("file")} hint={t("fileHint")} required>
            <FileInput accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
          </Field>
          <Submit>{t("upload")}</Submit>
        </UploadForm>
        <div className="flex flex-wrap gap-2">
          <WorkbookLink kind={kind} unitId={unit.id} template>{t("template")}</WorkbookLink>
          <WorkbookLink kind={kind} unitId={unit.id}>{t("current")}</WorkbookLink>
        </div>
      </div>
      <Section title={t("recent")}>
        <Table
          caption={t("recent")}
          captionHidden
          rows={recent}
          rowKey={(row) => row.id}
          empty={<Empty title={t("none")}>{t("noneHint")}</Empty>}
          columns={[
            { key: "name", header: t("name"), rowHeader: true, className: "min-w-48", cell: (row) => <Link href={`/units/imports/${row.id}`}>{row.name}</Link> },
            { key: "at", header: t("uploaded"), className: "whitespace-nowrap", cell: (row) => <Time at={row.uploadedAt} /> },
            { key: "by", header: t("uploadedBy"), cell: (row) => row.uploader && <Text text={row.uploader} /> },
            { key: "state", header: t("state"), cell: (row) => <Status tone={row.confirmedAt ? "good" : row.problems > 0 ? "bad" : "neutral"}>{row.confirmedAt ? t("written") : row.problems > 0 ? t("withProblems") : t("waiting")}</Status> },
          ]}
        />
      </Section>
    </Drawn>
  )
}
