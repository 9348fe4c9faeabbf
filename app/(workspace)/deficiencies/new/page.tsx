import { getLocale, getTranslations } from "next-intl/server"
import { RegisterForm } from "@/components/deficiencies/register-form"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { mayRegister } from "@/lib/deficiencies/policy/confirmation"
import { pointChoices } from "@/lib/deficiencies/queries/points"
import { byHand } from "@/lib/deficiencies/schema/values"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

export default async function NewDeficiency({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const [query, t, locale] = [await searchParams, await getTranslations("deficiencies"), await getLocale()]
  const units = (actor.units ?? []).filter(({ id }) => mayRegister(actor, id, "self-report").allowed)
  const asked = await chosenUnit(actor, first(query.unit))
  const unit = units.find(({ id }) => id === asked?.id) ?? units[0]
  return (
    <Drawn>
      <PageHead title={t("register.title")} lead={t("register.lead")} crumbs={[{ label: t("home"), href: "/deficiencies" }]} />
      {units.length > 1 && unit && (
        <Filters address={{ path: "/deficiencies/new", query: { ...query, unit: unit.id } }} label={t("register.toUnit")}>
          <Field name="unit" label={t("form.unit")}><Select options={units.map(({ id, name }) => ({ value: id, label: textIn(locale, name) }))} /></Field>
        </Filters>
      )}
      <div className="pt-6">
        {unit
          ? <RegisterForm key={unit.id} unitId={unit.id} points={await pointChoices(actor, unit)} chosenPoint={first(query.point)} sources={byHand.filter((source) => mayRegister(actor, unit.id, source).allowed)} />
          : <Empty title={t("register.noUnit")} />}
      </div>
    </Drawn>
  )
}
