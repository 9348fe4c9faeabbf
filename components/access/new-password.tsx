import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { shortest } from "@/lib/access/rules"

/** A new password, typed twice. */
export function NewPassword() {
  const t = useTranslations("access.newPassword")
  return (
    <>
      <Field name="password" label={t("password")} hint={t("hint", { minimum: shortest })} required>
        <Input type="password" autoComplete="new-password" />
      </Field>
      <Field name="passwordAgain" label={t("again")} required>
        <Input type="password" autoComplete="new-password" />
      </Field>
    </>
  )
}
