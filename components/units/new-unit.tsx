import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { found } from "@/lib/units/actions/units"
import { unitKinds } from "@/lib/units/schema"

export function NewUnit({ parents }: { parents: Option[] }) {
  const t = useTranslations("units")
  return (
    <FormShell action={found} label={t("list.found")}>
      <div className="grid max-w-4xl items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field name="parentId" label={t("list.parent")} required>
          <Select options={parents} />
        </Field>
        <Field name="code" label={t("list.code")} required>
          <Input maxLength={40} />
        </Field>
        <Field name="kind" label={t("list.kind")} required>
          <Select options={unitKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} defaultValue="coal" />
        </Field>
        <Field name="nameZh" label={t("list.nameZh")} required>
          <Input />
        </Field>
        <Field name="nameEn" label={t("list.nameEn")} required>
          <Input />
        </Field>
      </div>
      <Submit>{t("list.foundButton")}</Submit>
    </FormShell>
  )
}
