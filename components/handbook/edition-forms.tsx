import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { DateInput, TextArea } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { discard, publish, returnToDraft, submit } from "@/lib/handbook/actions"
import { faultId } from "@/lib/handbook/rules/faults"
import type { FieldError, Refusal } from "@/lib/platform/refusal"

type Props = { id: string; number: string; version: number; refusal: Refusal | null }

export function SubmitForm({ id, version, refusal }: Props) {
  const t = useTranslations("handbook.edition")
  return <FormShell action={submit} label={t("submit")} hidden={{ id, version }} className=""><Submit refusal={refusal}>{t("submit")}</Submit></FormShell>
}

export function ReturnForm({ id, version, refusal }: Props) {
  const t = useTranslations("handbook.edition")
  if (refusal) return <Button refusal={refusal}>{t("return")}</Button>
  return (
    <FormShell action={returnToDraft} label={t("return")} hidden={{ id, version }} className="max-w-2xl space-y-4">
      <Field name="reason" label={t("returnReason")} required><TextArea rows={2} /></Field>
      <Submit variant="plain">{t("return")}</Submit>
    </FormShell>
  )
}

export function PublishForm({ id, number, version, refusal, before, suggested, faults }: Props & { before: string | undefined; suggested: string; faults: readonly FieldError[] }) {
  const t = useTranslations("handbook.edition")
  const follows = [t("publishFollows"), ...(before ? [t("publishSupersedes", { number: before })] : []), t("publishOwners")]
  return (
    <Confirmation title={t("publishTitle", { number })} consequences={follows}>
      <FormShell action={publish} label={t("publishTitle", { number })} hidden={{ id, version }} anchors={Object.fromEntries(faults.map(({ path }) => [path, faultId(path)]))}>
        <Field name="effectiveFrom" label={t("effectiveFrom")} required><DateInput defaultValue={suggested} /></Field>
        <Submit variant="final" refusal={refusal}>{t("publish")}</Submit>
      </FormShell>
    </Confirmation>
  )
}

/** Asks first, at an address of its own. */
export function DiscardForm({ id, number, version, refusal, asked }: Props & { asked: boolean }) {
  const t = useTranslations("handbook.edition")
  if (!asked) return <ButtonLink href={`/handbook/editions/${id}?confirm=discard`}>{t("discard")}</ButtonLink>
  return (
    <Confirmation title={t("discardTitle", { number })} consequences={[t("discardFollows")]}>
      <FormShell action={discard} label={t("discard")} hidden={{ id, version }}><Submit variant="final" refusal={refusal}>{t("discard")}</Submit></FormShell>
    </Confirmation>
  )
}
