import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { ButtonLink } from "@/components/ui/link"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { voidRow } from "@/lib/units/actions/ownership"

export function VoidRow({ id, name, here }: { id: string; name: string; here: string }) {
  const t = useTranslations("units.point")
  const common = useTranslations("common.actions")
  return (
    <Confirmation title={t("voidTitle")} consequences={[t("voidFollows", { name }), t("voidKeeps")]}>
      <FormShell action={voidRow} hidden={{ id }}>
        <Field name="reason" label={t("reason")} required>
          <TextArea />
        </Field>
        <div className="flex gap-3">
          <Submit variant="final">{t("void")}</Submit>
          <ButtonLink href={here}>{common("cancel")}</ButtonLink>
        </div>
      </FormShell>
    </Confirmation>
  )
}
