import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { UploadForm } from "@/components/ui/upload-form"
import type { KeptForm } from "@/lib/platform/kept-forms"

/** Says that the control did not occur in the period, and why. */
export function AbsentForm({ obligationId, sendKey, kept }: { obligationId: string; sendKey: string; kept: KeptForm | null }) {
  const t = useTranslations("evidence.obligation")
  return (
    <details open={kept !== null} className="mt-8 border-y border-hairline py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("absent")}</summary>
      <div className="space-y-4 py-3">
        <p className="text-sm text-ink-soft">{t("absentLead")}</p>
        <UploadForm
          address="/api/evidence-uploads"
          label={t("absent")}
          hidden={{ obligationIds: obligationId, occurred: "no", key: sendKey, from: `/evidence/obligations/${obligationId}` }}
          refusal={kept?.refusal}
          values={kept?.values}
        >
          <Field name="note" label={t("absentReason")} required><TextArea rows={2} /></Field>
          <Submit variant="plain">{t("absentSubmit")}</Submit>
        </UploadForm>
      </div>
    </details>
  )
}
