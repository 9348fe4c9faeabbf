import { useLocale, useTranslations } from "next-intl"
import { type Address } from "@/components/ui/address"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Select } from "@/components/ui/select"
import type { PointsPage } from "@/lib/handbook/queries/points-page"
import { aspects, assertions, natures, unitKinds } from "@/lib/handbook/schema/values"
import type { ReachedUnit } from "@/lib/platform/actor"
import { textIn, type Bilingual } from "@/lib/platform/i18n/text"
import { frequencies } from "@/lib/platform/periods"

type Props = { page: PointsPage; address: Address; units: readonly ReachedUnit[] }

const rarer = ["department", "nature", "kind", "assertion"]

/** What control points are narrowed by; a step is chosen within its process. */
export function PointsFilters({ page, address, units }: Props) {
  const [t, common, locale] = [useTranslations("handbook.list"), useTranslations("common"), useLocale()]
  const coded = ({ code, title }: { code: string; title: Bilingual }) => ({ value: code, label: `${code} ${textIn(locale, title)}` })
  const named = ([value, title]: [string, Bilingual]) => ({ value, label: textIn(locale, title) })
  const node = address.query.node || page.steps.find(({ code }) => code === address.query.step)?.node
  const steps = page.steps.filter((step) => step.node === node).map(coded)
  return (
    <Filters address={address} keep={["edition", "q"]}>
      <Field name="node" label={t("node")}><Select none={t("any")} options={page.nodes.map(coded)} /></Field>
      {steps.length > 0 && <Field name="step" label={t("step")}><Select none={t("any")} options={steps} /></Field>}
      <Field name="aspect" label={t("aspect")}><Select none={t("any")} options={aspects.map((value) => ({ value, label: common(`aspects.${value}`) }))} /></Field>
      <Field name="position" label={t("position")}><Select none={t("any")} options={page.positions.map(named)} /></Field>
      <Field name="frequency" label={t("frequency")}><Select none={t("any")} options={frequencies.map((value) => ({ value, label: common(`frequencies.${value}`) }))} /></Field>
      {units.length > 0 && <Field name="unit" label={t("unit")}><Select none={t("any")} options={units.map((unit) => ({ value: unit.code, label: textIn(locale, unit.name) }))} /></Field>}
      <details open={rarer.some((name) => address.query[name])} className="max-lg:col-span-full">
        <summary className="inline-flex min-h-10 items-center text-sm underline decoration-line underline-offset-4">{t("more")}</summary>
        <div className="grid grid-cols-2 gap-3 pt-1 lg:flex lg:flex-wrap">
          <Field name="department" label={t("department")}><Select none={t("any")} options={page.departments.map(named)} /></Field>
          <Field name="nature" label={t("nature")}><Select none={t("any")} options={natures.map((value) => ({ value, label: common(`natures.${value}`) }))} /></Field>
          <Field name="kind" label={t("kind")}><Select none={t("any")} options={unitKinds.map((value) => ({ value, label: common(`unitKinds.${value}`) }))} /></Field>
          <Field name="assertion" label={t("assertion")}><Select none={t("any")} options={assertions.map((value) => ({ value, label: common(`assertions.${value}`) }))} /></Field>
        </div>
      </details>
    </Filters>
  )
}
