import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { NewRequestForm } from "@/components/change-requests/forms"
import { first, type Query } from "@/components/ui/address"
import { Button } from "@/components/ui/button"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { mayFile } from "@/lib/change-requests/policy"
import { subjectOf } from "@/lib/change-requests/queries/subject"
import { pointFields, stepFields } from "@/lib/change-requests/rules/fields"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

type Props = { searchParams: Promise<Query> }

/** A proposal on one point or step of the edition in force: first what is to change, then how. */
export default async function NewChangeRequestPage({ searchParams }: Props) {
  const [actor, query] = [await requireActor(), await searchParams]
  const code = first(query.code)
  if (!code) return <ChooseFirst />
  const subject = await subjectOf(actor, code)
  const unit = await chosenUnit(actor, first(query.unit))
  if (!subject || !unit) notFound()
  const [t, top, common, locale] = [await getTranslations("change-requests.form"), await getTranslations("change-requests"), await getTranslations("common"), await getLocale()]
  const fields: readonly string[] = subject.kind === "point" ? pointFields : stepFields
  const field = fields.find((known) => known === first(query.field)) ?? (subject.kind === "point" ? "description" : "title")
  const present = subject.present(field)
  const verdict = mayFile(actor, unit.id)
  return (
    <Drawn>
      <PageHead title={t("title")} code={subject.code} lead={textIn(locale, subject.title)} crumbs={[{ label: top("title"), href: "/change-requests" }]} />
      <p className="max-w-prose pt-4 text-sm text-ink-soft">{t("lead")}</p>
      <Filters address={{ path: "/change-requests/new", query: { code: subject.code, unit: unit.id, field } }} keep={["code"]} label={t("what")} button={t("choice")}>
        <Field name="field" label={t("field")}><Select options={fields.map((value) => ({ value, label: top(`fields.${value}`) }))} /></Field>
        <Field name="unit" label={common("words.unit")}><Select options={(actor.units ?? []).map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} /></Field>
      </Filters>
      <div className="pt-6">
        {!verdict.allowed ? <Button verdict={verdict}>{t("submit")}</Button> : present ? <NewRequestForm key={`${field} ${unit.id}`} unitId={unit.id} subject={subject} field={field} present={present} /> : null}
      </div>
    </Drawn>
  )
}

/** Without a point or step there is nothing to propose: the list of points leads back here. */
async function ChooseFirst() {
  const [t, top] = [await getTranslations("change-requests.form"), await getTranslations("change-requests")]
  return (
    <>
      <PageHead title={t("title")} crumbs={[{ label: top("title"), href: "/change-requests" }]} />
      <div className="pt-6"><Empty title={t("choose")} action={<ButtonLink href="/handbook/points">{top("choosePoint")}</ButtonLink>}>{top("noneHint")}</Empty></div>
    </>
  )
}
