import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FileInput } from "@/components/ui/file-input"
import { acceptedFiles } from "@/lib/evidence/schema"

/** A phone's camera first, then files; a wide screen has files alone. Either will do, so neither is marked as required. */
export function UploadFields() {
  const t = useTranslations("evidence.form")
  return (
    <>
      <Field name="photo" label={t("photo")} hint={t("photoHint")} className="sm:hidden">
        <FileInput accept="image/*" capture multiple />
      </Field>
      <Field name="file" label={t("files")} hint={t("filesHint")}>
        <FileInput accept={acceptedFiles} multiple />
      </Field>
    </>
  )
}
