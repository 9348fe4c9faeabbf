import { useTranslations } from "next-intl"
import { RecordFields, RegisterFields } from "@/components/evidence/content-fields"
import { UploadFields } from "@/components/evidence/upload-fields"
import { CheckboxGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { PeriodText } from "@/components/ui/time"
import { UploadForm } from "@/components/ui/upload-form"
import type { ObligationView } from "@/lib/evidence/queries/obligation"
import type { KeptForm } from "@/lib/platform/kept-forms"

/** `sendKey` is made once for each page shown: a second press or a retried upload sends the same one. */
type Props = { view: ObligationView; sendKey: string; kept: KeptForm | null }

/** Logs a record or a register for an obligation, and for others of the same point that it also proves. */
export function LogForm({ view, sendKey, kept }: Props) {
  const t = useTranslations("evidence")
  const { obligation, others, people, point, today } = view
  const isRegister = obligation.kind === "register"
  // What is overdue was hardly done today: the day to be confirmed is then the last of its period.
  const day = today <= obligation.dueOn ? today : obligation.periodEnd
  return (
    <UploadForm
      address="/api/evidence-uploads"
      label={t(isRegister ? "obligation.logRegister" : "obligation.log")}
      hidden={{ obligationIds: obligation.id, occurred: "yes", key: sendKey, from: `/evidence/obligations/${obligation.id}` }}
      refusal={kept?.refusal}
      values={kept?.values}
    >
      {kept && <Notice kind="info">{t("form.keptFiles")}</Notice>}
      {!isRegister && <UploadFields />}
      {isRegister ? <RegisterFields people={people} /> : <RecordFields today={today} day={day} people={people} suggested={point.evidenceKinds[0]} />}
      {isRegister && <UploadFields />}
      {others.length > 0 && (
        <details className="border-y border-hairline py-2">
          <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium">{t("form.alsoFor")}</summary>
          <Field name="obligationIds" label={t("form.alsoFor")} hint={t("form.alsoForHint")} group>
            <CheckboxGroup choices={others.map((other) => ({ value: other.id, label: <PeriodText period={other.period} /> }))} />
          </Field>
        </details>
      )}
      <Submit className="w-full min-h-12 sm:w-auto">{t("form.submit")}</Submit>
    </UploadForm>
  )
}
