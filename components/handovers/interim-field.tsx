import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import type { InterimNeed } from "@/lib/handovers/queries/interim"
import { textIn } from "@/lib/platform/i18n/text"

/** Who answers meanwhile for what somebody owns: said before it is decided, with who could be named; nothing where nothing is owned. */
export function InterimField({ needs }: { needs: readonly InterimNeed[] }) {
  const [t, locale] = [useTranslations("handovers"), useLocale()]
  const nameOf = (person: { nameZh: string; nameEn: string }) => textIn(locale, { zh: person.nameZh, en: person.nameEn })
  const able = [...new Map(needs.flatMap((need) => need.able).map((person) => [person.id, person])).values()]
  const open = needs.filter(({ byDefault }) => byDefault === null)
  if (needs.length === 0) return null
  const defaults = [...new Set(needs.flatMap(({ byDefault }) => (byDefault ? [nameOf(byDefault)] : [])))].join(t("mail.and"))
  return (
    <>
      {open.map((need) => (
        <Notice key={need.unitId} kind="warning" title={t(need.able.length > 0 ? "interims.choose" : "interims.nobody", { unit: textIn(locale, need.unit) })}>
          {t(need.able.length > 0 ? "interims.chooseText" : "interims.nobodyText", { count: need.able.length })}
        </Notice>
      ))}
      {able.length > 0 && (
        <Field name="interimPersonId" label={t("interim")} hint={defaults ? t("interims.byDefault", { names: defaults }) : undefined} required={open.length > 0}>
          <Select none={t("start.choose")} options={able.map((person) => ({ value: person.id, label: nameOf(person) }))} />
        </Field>
      )}
    </>
  )
}
