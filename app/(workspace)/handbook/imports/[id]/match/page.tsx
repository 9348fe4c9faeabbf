import { getLocale, getTranslations } from "next-intl/server"
import { notFound, redirect } from "next/navigation"
import { ColumnsForm, TablePlaceForm } from "@/components/handbook/match-columns"
import { ValuesForm } from "@/components/handbook/match-values"
import { first, withQuery, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RefusalText } from "@/components/ui/refusal-text"
import { Steps, type Step } from "@/components/ui/steps"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { matchPage } from "@/lib/handbook/workbook/match-page"
import { localeOf } from "@/lib/platform/i18n/locales"
import { keptForm } from "@/lib/platform/kept-forms"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Matches a workbook that somebody else shaped: where its table is, which column is which field, which value is which of ours. */
export default async function MatchPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ id }, query] = [await params, await searchParams]
  const page = await matchPage(actor, { id, query, locale: localeOf(await getLocale()) })
  if (!page) notFound()
  const back = `/handbook/imports/${id}`
  if (page.upload.confirmed) redirect(back)
  const [t, top] = [await getTranslations("mapping"), await getTranslations("handbook.page")]
  const verdict = mayKeepHandbook(actor, page.upload.companyId)
  const matched = page.columns.map(({ field }) => field)
  const lacks = page.fields.required.filter(({ value }) => (value === "code" || value === "titleZh") && !matched.includes(value))
  const isAtValues = query.step === "values" && lacks.length === 0
  const columnsAt = withQuery({ path: `${back}/match`, query: { sheet: page.place.sheets, row: String(page.place.row), matching: page.chosen?.id } }, {})
  const state = (at: boolean, done: boolean): Step["state"] => (at ? "current" : done ? "done" : "coming")
  return (
    <Drawn>
      <PageHead title={t("titleOf", { name: page.upload.name })} lead={t("lead")} crumbs={[{ label: top("title"), href: "/handbook" }]} actions={page.upload.wasMatched && <ButtonLink href={back}>{t("back")}</ButtonLink>} />
      <div className="pt-5">
        <Steps
          label={t("title")}
          steps={[
            { key: "table", label: t("steps.table"), state: "done", href: columnsAt }, { key: "columns", label: t("steps.columns"), state: state(!isAtValues, isAtValues), href: columnsAt },
            { key: "values", label: t("steps.values"), state: state(isAtValues, false) }, { key: "preview", label: t("steps.preview"), state: "coming" },
          ]}
        />
      </div>
      {!verdict.allowed && <div className="pt-6"><Notice kind="info"><RefusalText refusal={verdict.refusal} /></Notice></div>}
      {verdict.allowed && isAtValues && <ValuesForm page={page} from={withQuery({ path: `${back}/match`, query }, { kept: undefined })} kept={keptForm(actor.personId, first(query.kept))} />}
      {verdict.allowed && !isAtValues && (
        <>
          <TablePlaceForm page={page} />
          {query.step === "values" && <div className="pt-4"><Notice kind="refusal" title={lacks.map(({ label }) => t("columns.noCode", { field: label })).join(" ")} /></div>}
          {page.columns.length > 0 ? <ColumnsForm page={page} /> : <div className="pt-4"><Notice kind="warning" title={t("table.empty")} /></div>}
        </>
      )}
    </Drawn>
  )
}
