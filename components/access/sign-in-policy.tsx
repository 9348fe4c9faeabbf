import { useTranslations } from "next-intl"
import { CheckboxGroup } from "@/components/ui/choices"
import { useDuration } from "@/components/ui/duration"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { changePolicy } from "@/lib/access/actions/administration"
import type { signInPolicyPage } from "@/lib/access/queries/sign-in-policy"
import { sessionLimits } from "@/lib/access/rules"
import { roles } from "@/lib/platform/actor"

type Policy = NonNullable<Awaited<ReturnType<typeof signInPolicyPage>>>

/** The company's rules of signing in, as a form for its administrator. */
export function SignInPolicyForm({ policy }: { policy: Policy }) {
  const t = useTranslations("access.administration")
  const names = useTranslations("common.roles")
  const words = useDuration()
  const options = (values: readonly number[], minutes: number) =>
    values.toSorted((one, other) => one - other).map((value) => ({ value: String(value), label: words(value * minutes) }))
  return (
    <FormShell action={changePolicy} hidden={{ version: policy.version }} label={t("signIn")} className="max-w-xl space-y-5">
      <Field name="idleMinutes" label={t("idle")} hint={t("idleHint")} required>
        <Select options={options(sessionLimits.idleMinutes, 1)} defaultValue={String(policy.idleMinutes)} className="max-w-48" />
      </Field>
      <Field name="absoluteHours" label={t("absolute")} hint={t("absoluteHint")} required>
        <Select options={options(sessionLimits.absoluteHours, 60)} defaultValue={String(policy.absoluteHours)} className="max-w-48" />
      </Field>
      <Field name="secondFactorRoles" label={t("secondFactorRoles")} hint={t("secondFactorRolesHint")} group>
        <CheckboxGroup choices={roles.map((role) => ({ value: role, label: names(role) }))} defaultValue={policy.secondFactorRoles} />
      </Field>
      <Submit verdict={policy.verdict}>{t("savePolicy")}</Submit>
    </FormShell>
  )
}
