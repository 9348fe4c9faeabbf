import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FileInput } from "@/components/ui/file-input"
import { acceptedFiles } from "@/lib/evidence/schema"

/** A phone's camera first, then files; a wide screen has files alone. */
export function UploadFields({ required }: { required: boolean }) {
  const t = useTranslations("evidence.form")
  return (
    <>
      <Field name="photo" label={t("photo")} hint={t("photoHint")} className="sm:hidden">
        <FileInput accept="image/*" capture multiple />
      </Field>
      <Field name="file" label={t("files")} hint={t("filesHint")} required={required}>
        <FileInput accept={acceptedFiles} multiple />
      </Field>
    </>
  )
}
