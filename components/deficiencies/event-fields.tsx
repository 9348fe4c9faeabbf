import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { DateInput, Input, TextArea } from "@/components/ui/input"
import type { ChangeEvent } from "@/lib/deficiencies/policy/possible"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { GradingFields } from "./grading-fields"
import { PlanFields } from "./plan-fields"
import { SampleFields } from "./sample-fields"

/** What one event asks for; every name is a path of its schema. */
export function EventFields({ event, view }: { event: ChangeEvent; view: DeficiencyView }) {
  const t = useTranslations("deficiencies.form")
  const reason = <Field name="reason" label={t("reason")} required><TextArea /></Field>
  const note = <Field name="note" label={t("note")}><TextArea rows={2} /></Field>
  switch (event) {
    case "start-remediation":
    case "start-retest":
    case "expire-acceptance":
      return null
    case "confirm":
    case "verify-implementation":
      return note
    case "decide-contest":
      return <>
        <Field name="outcome" label={t("outcome")} group required><RadioGroup choices={[{ value: "confirmed", label: t("stands") }, { value: "withdrawn", label: t("mistaken") }]} /></Field>
        {reason}
      </>
    case "propose-grade":
    case "grade":
    case "regrade":
    case "determine":
      return <GradingFields last={view.record.gradings.at(-1)} basis={view.basis} />
    case "agree-plan":
      return <PlanFields view={view} />
    case "request-extension":
      return <><Field name="dueOn" label={t("newDueOn")} required><DateInput /></Field>{reason}</>
    case "decide-extension":
      return <>
        <p className="text-sm whitespace-pre-line">{t("asked", { day: view.deficiency.extension?.dueOn ?? "", reason: view.record.extensions.find(({ granted }) => granted === null)?.reason ?? "" })}</p>
        <Field name="granted" label={t("granted")} group required><RadioGroup inline choices={[{ value: "yes", label: t("grant") }, { value: "no", label: t("refuseIt") }]} /></Field>
        {reason}
      </>
    case "report-implemented":
      return <>
        <Field name="implementedOn" label={t("implementedOn")} hint={t("implementedHint")} required><DateInput /></Field>
        <Field name="note" label={t("implementedNote")} required><TextArea /></Field>
      </>
    case "pass-retest":
      return <><SampleFields view={view} count={view.guard.samples} required />{note}</>
    case "fail-retest":
      return <><SampleFields view={view} count={Math.min(view.guard.samples, 5)} judged /><Field name="note" label={t("reason")} required><TextArea /></Field></>
    case "accept-risk":
      return <><Field name="until" label={t("until")} hint={t("untilHint")} required><DateInput /></Field>{reason}</>
    case "reopen":
      return <>
        <Field name="title" label={t("newTitle")}><Input defaultValue={view.record.title} /></Field>
        <Field name="description" label={t("again")} required><TextArea /></Field>
      </>
    default:
      return reason
  }
}
