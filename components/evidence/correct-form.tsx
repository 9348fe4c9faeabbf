import { useTranslations } from "next-intl"
import { RecordFields, RegisterFields, type Answerer } from "@/components/evidence/content-fields"
import { UploadFields } from "@/components/evidence/upload-fields"
import { CheckboxGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import { UploadForm } from "@/components/ui/upload-form"
import type { EvidenceRecordView, RecordVersion } from "@/lib/evidence/queries/record"
import type { KeptForm } from "@/lib/platform/kept-forms"

type Props = { record: EvidenceRecordView; newest: RecordVersion; today: string; people: Answerer[]; sendKey: string; kept: KeptForm | null; open: boolean }

/** A new version: begins with what the one before said, names the files that go on, and why it is needed. */
export function CorrectForm({ record, newest, today, people, sendKey, kept, open }: Props) {
  const t = useTranslations("evidence.record")
  const form = useTranslations("evidence.form")
  const isRegister = newest.uses.some((use) => use.obligation.kind === "register")
  const before = newest.occurred ? newest : { note: newest.note }
  return (
    <details open={open || kept !== null} className="mt-8 border-y border-hairline py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t("correct")}</summary>
      <div className="space-y-4 py-3">
        <p className="text-sm text-ink-soft">{t("correctLead")}</p>
        <UploadForm
          address="/api/evidence-uploads/versions"
          label={t("correct")}
          hidden={{ recordId: record.id, version: newest.version, occurred: "yes", key: sendKey, from: `/evidence/records/${record.id}` }}
          refusal={kept?.refusal}
          values={kept?.values}
        >
          {kept && <Notice kind="info">{form("keptFiles")}</Notice>}
          <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
          {newest.files.length > 0 && (
            <Field name="keep" label={t("keep")} group>
              <CheckboxGroup choices={newest.files.map((file) => ({ value: file.sha256, label: file.name }))} defaultValue={newest.files.map((file) => file.sha256)} />
            </Field>
          )}
          <UploadFields />
          {isRegister ? <RegisterFields people={people} before={before} /> : <RecordFields today={today} people={people} suggested={undefined} before={before} />}
          <Submit>{t("submitVersion")}</Submit>
        </UploadForm>
      </div>
    </details>
  )
}
