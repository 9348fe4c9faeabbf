import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { confirm } from "@/lib/handbook/actions"
import type { ImportPage } from "@/lib/handbook/queries/edition-page"
import { isForeign, isReady } from "@/lib/handbook/rules/difference"
import type { Refusal } from "@/lib/platform/refusal"

/** Where a preview stands, in one notice. */
export function ImportState({ page }: { page: ImportPage }) {
  const [t, m] = [useTranslations("handbook.import"), useTranslations("mapping")]
  if (page.confirmedAt) {
    return (
      <Notice kind="success" title={t("confirmed", { number: page.edition?.number ?? "" })}>
        {page.edition && <ButtonLink href={`/handbook/editions/${page.edition.id}`}>{t("open")}</ButtonLink>}
      </Notice>
    )
  }
  if (isForeign(page)) {
    return (
      <Notice kind="info" title={m("foreign")}>
        <p className="pb-2">{m("foreignText")}</p>
        <ButtonLink href={`/handbook/imports/${page.id}/match`} variant="primary">{m("offer")}</ButtonLink>
      </Notice>
    )
  }
  if (page.problems.length > 0) {
    return (
      <Notice kind="refusal" title={t("bad", { count: page.problems.length })}>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/handbook/imports/new">{t("again")}</ButtonLink>
          <ButtonLink href={`/handbook/imports/${page.id}/match`}>{page.mapping ? m("again") : m("offer")}</ButtonLink>
        </div>
      </Notice>
    )
  }
  return isReady(page) ? <Notice kind="success" title={t("good")} /> : <Notice kind="info" title={t("same")} />
}

export function ConfirmForm({ id, isNew, refusal }: { id: string; isNew: boolean; refusal: Refusal | null }) {
  const t = useTranslations("handbook.import")
  return (
    <FormShell action={confirm} label={t("confirm")} hidden={{ id }} className="max-w-2xl space-y-4">
      {isNew && <Field name="number" label={t("number")} hint={t("numberHint")}><Input className="max-w-48" /></Field>}
      <Submit refusal={refusal}>{t("confirm")}</Submit>
    </FormShell>
  )
}
