import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ExportLink } from "@/components/handbook/export-link"
import { KeptMatchings } from "@/components/handbook/kept-matchings"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Field } from "@/components/ui/field"
import { FileInput } from "@/components/ui/file-input"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RefusalText } from "@/components/ui/refusal-text"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { UploadForm } from "@/components/ui/upload-form"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { openDrafts } from "@/lib/handbook/queries/edition-page"
import { keptMappings } from "@/lib/handbook/queries/mappings"
import { keptForm } from "@/lib/platform/kept-forms"
import { requireActor } from "@/lib/platform/session"

/** Chooses a workbook and where it goes; the answer is its preview. */
export default async function NewImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const { company, drafts } = await openDrafts(actor)
  if (!company || !actor.audience.includes("operating")) notFound()
  const [t, top] = [await getTranslations("handbook.import"), await getTranslations("handbook.page")]
  const verdict = mayKeepHandbook(actor, company.id)
  if (!verdict.allowed) {
    return (
      <>
        <PageHead title={t("title")} crumbs={[{ label: top("title"), href: "/handbook" }]} />
        <Notice kind="info"><RefusalText refusal={verdict.refusal} /></Notice>
      </>
    )
  }
  const kept = keptForm(actor.personId, first(query.kept))
  const targets = [...drafts.map(({ id, number }) => ({ value: id, label: top("edition", { number }) })), { value: "new", label: t("newDraft") }]
  return (
    <Drawn>
      <PageHead title={t("title")} lead={t("lead")} crumbs={[{ label: top("title"), href: "/handbook" }]} />
      <div className="max-w-2xl space-y-5 pt-6">
        <UploadForm address="/api/handbook-imports" label={t("title")} limit={20} hidden={{ from: "/handbook/imports/new" }} refusal={kept?.refusal} values={kept?.values}>
          {kept && <Notice kind="info">{t("kept")}</Notice>}
          <Field name="file" label={t("file")} hint={t("fileHint")} required>
            <FileInput accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
          </Field>
          <Field name="draft" label={t("draft")} required><Select options={targets} defaultValue={first(query.draft) ?? targets[0]?.value} /></Field>
          <Submit>{t("upload")}</Submit>
        </UploadForm>
        <div className="flex flex-wrap gap-2">
          <ExportLink template>{t("emptyTemplate")}</ExportLink>
          <ExportLink>{t("template")}</ExportLink>
        </div>
      </div>
      <KeptMatchings kept={await keptMappings(actor)} />
    </Drawn>
  )
}
