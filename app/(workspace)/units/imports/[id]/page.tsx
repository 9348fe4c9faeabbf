import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ProblemsTable } from "@/components/handbook/problems-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { FileSize } from "@/components/ui/file-size"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { ImportChanges, ImportCounts } from "@/components/units/import-changes"
import { ImportState, totalsOf } from "@/components/units/import-state"
import { requireActor } from "@/lib/platform/session"
import { mayImport } from "@/lib/units/commands/imports"
import { unitImportPage } from "@/lib/units/queries/imports"

const atOnce = 200

/** The preview of a workbook: what would be added, changed and ended, and every problem at its cell. */
export default async function UnitImportPreviewPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [{ id }, query] = [await params, await searchParams]
  const page = await unitImportPage(actor, id)
  if (!page) notFound()
  const [t, units] = [await getTranslations("organisation.page"), await getTranslations("units.list")]
  const verdict = mayImport(actor, page.kind, page.unit)
  const { changes, counts, gaps } = page.summary
  const from = Math.max(0, Number(first(query.cursor)) || 0)
  const shown = changes.slice(from, from + atOnce)
  const { added, changed, ended } = totalsOf(page)
  const next = from + atOnce < changes.length ? String(from + atOnce) : null
  return (
    <Drawn>
      <PageHead code={page.unit.code} title={t("preview", { name: page.name })} crumbs={[{ label: units("title"), href: "/units" }, { label: t(page.kind), href: `/units/imports/new?kind=${page.kind}&unit=${page.unitId}` }]} />
      <div className="space-y-4 pt-6">
        <ImportState page={page} refusal={verdict.allowed ? null : verdict.refusal} />
        {gaps !== null && gaps > 0 && <Notice kind="warning" title={t("gaps", { count: gaps })} />}
      </div>
      {page.problems.length > 0 && <Section title={t("problems")}><ProblemsTable problems={page.problems} /></Section>}
      {counts.length > 0 && <Section title={t("counts")}><ImportCounts counts={counts} /></Section>}
      {shown.length > 0 && (
        <Section title={t("changes")} lead={changes.length < added + changed + ended ? t("more", { count: changes.length }) : undefined}>
          <ImportChanges changes={shown} />
          <Pager address={{ path: `/units/imports/${id}`, query }} shown={shown.length} total={changes.length} next={next} />
        </Section>
      )}
      <Section title={t("name")}>
        <Facts
          facts={[
            { label: t("uploaded"), value: <>{page.uploader && <Text text={page.uploader} />} · <Time at={page.uploadedAt} /> · <FileSize bytes={page.size} /></> },
            { label: t("confirmedBy"), value: page.confirmedAt && <>{page.confirmer && <Text text={page.confirmer} />} · <Time at={page.confirmedAt} /></> },
            { label: t("sha"), value: <code className="text-xs break-all">{page.sha256}</code> },
          ]}
        />
      </Section>
    </Drawn>
  )
}
