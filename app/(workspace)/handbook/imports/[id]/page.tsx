import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { DifferenceTables } from "@/components/handbook/difference"
import { ConfirmForm, ImportState } from "@/components/handbook/import-state"
import { LacksTable } from "@/components/handbook/lacks-table"
import { ProblemsTable } from "@/components/handbook/problems-table"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { FileSize } from "@/components/ui/file-size"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { importPage } from "@/lib/handbook/queries/edition-page"
import { isReady } from "@/lib/handbook/rules/difference"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }> }

/** The preview of a workbook: what would change and every problem at its cell; confirming writes all of it or nothing. */
export default async function ImportPage({ params }: Props) {
  const actor = await requireActor()
  const page = await importPage(actor, (await params).id)
  if (!page) notFound()
  const [t, top, edition] = [await getTranslations("handbook.import"), await getTranslations("handbook.page"), await getTranslations("handbook.edition")]
  const m = await getTranslations("mapping")
  const { base, difference } = page.summary
  const listed = page.problems.filter(({ message }) => message !== "handbook.problems.foreign")
  const verdict = mayKeepHandbook(actor, page.company.id)
  return (
    <Drawn>
      <PageHead
        title={t("previewTitle", { name: page.name })}
        lead={base ? t("against", { number: base.number }) : t("againstNothing")}
        crumbs={[{ label: top("title"), href: "/handbook" }]}
      />
      <div className="space-y-4 pt-6">
        <ImportState page={page} />
        {page.mapping && (
          <p className="flex flex-wrap items-center gap-3 text-sm">
            {m("mappedBy", { sheets: page.mapping.sheets.join(m("missing.comma")), row: page.mapping.row })}
            {!page.confirmedAt && page.problems.length === 0 && <Link href={`/handbook/imports/${page.id}/match`}>{m("again")}</Link>}
          </p>
        )}
        {isReady(page) && <ConfirmForm id={page.id} isNew={page.editionId === null} refusal={verdict.allowed ? null : verdict.refusal} />}
      </div>
      {listed.length > 0 && <Section title={top("problems")}><ProblemsTable problems={listed} /></Section>}
      {page.summary.lacks.length > 0 && <Section title={m("draftLacks")} lead={m("draftLacksLead")}><LacksTable lacks={page.summary.lacks} /></Section>}
      {difference && <Section title={edition("what")}><DifferenceTables difference={difference} /></Section>}
      <Section title={top("file")}>
        <Facts
          facts={[
            { label: top("uploaded"), value: <>{page.uploader ? <Text text={page.uploader} /> : edition("system")} · <Time at={page.uploadedAt} /> · <FileSize bytes={page.size} /></> },
            { label: t("sha"), value: <code className="text-xs break-all">{page.sha256}</code> },
          ]}
        />
      </Section>
    </Drawn>
  )
}
