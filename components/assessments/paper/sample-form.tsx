import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Input, TextArea } from "@/components/ui/input"
import { Text } from "@/components/ui/text"
import { exceptionAction, judgeAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import type { SampleRow } from "@/lib/assessments/queries/paper"
import { exceptionNatures } from "@/lib/assessments/rules/exceptions"
import { evidenceKey } from "@/lib/assessments/rules/judged"
import { Act, tests } from "./act"

const outcomes = ["met", "not-met", "not-applicable"]

/** The sample that is being judged: evidence first, then each attribute; and under it what its exception is. */
export function SampleForms({ desk, sampleId }: { desk: Desk; sampleId: string | undefined }) {
  const t = useTranslations("assessments.paper")
  const sample = desk.present.samples.find((one) => one.id === sampleId)
  if (!sample || !tests(desk, "judge-sample")) return null
  return (
    <div id="sample" className="scroll-mt-4 space-y-3">
      <h3 className="font-medium">{t("judging", { number: sample.ordinal, of: desk.present.samples.length })} · {sample.item.label}</h3>
      <JudgeForm key={sample.id} desk={desk} sample={sample} />
      {sample.judgements.some(({ outcome }) => outcome === "not-met") && <ExceptionForm key={`${sample.id} exception`} desk={desk} sample={sample} />}
    </div>
  )
}

function JudgeForm({ desk, sample }: { desk: Desk; sample: SampleRow }) {
  const t = useTranslations("assessments")
  const of = (key: string) => sample.judgements.find((one) => one.key === key)
  const place = sample.item.versionId ? undefined : t("paper.placeHint")
  const questions = [
    { key: evidenceKey, label: t("paper.evidenceQuestion"), prefix: "evidence-", hint: place },
    ...desk.attributes.map(({ key, text }) => ({ key, label: <>{key} · <Text text={text} marked /></>, prefix: "", hint: undefined })),
  ]
  return (
    <Act desk={desk} event="judge-sample" action={judgeAction} hidden={{ sampleId: sample.id, assessment: desk.paper.assessmentId }}>
      {questions.map(({ key, label, prefix, hint }) => (
        <div key={key} className="space-y-2 border-b border-hairline pb-3">
          <Field name={`outcome-${key}`} label={label} group>
            <RadioGroup inline defaultValue={of(key)?.outcome} choices={outcomes.map((value) => ({ value, label: t(`outcomes.${prefix}${value}`) }))} />
          </Field>
          <Field name={`note-${key}`} label={t("paper.note")} hint={hint}><Input defaultValue={of(key)?.note ?? undefined} /></Field>
        </div>
      ))}
    </Act>
  )
}

function ExceptionForm({ desk, sample }: { desk: Desk; sample: SampleRow }) {
  const t = useTranslations("assessments")
  const decided = sample.exception
  const natures = exceptionNatures.map((value) => ({ value, label: t(`exceptions.${value}`), hint: t(`exceptionHints.${value}`) }))
  return (
    <Act desk={desk} event="decide-exception" action={exceptionAction} hidden={{ sampleId: sample.id }} folded={decided !== null}>
      <Field name="deviation" label={t("paper.deviation")} group required>
        <RadioGroup inline defaultValue={decided ? (decided.deviation ? "yes" : "no") : undefined} choices={["yes", "no"].map((value) => ({ value, label: t(`exceptions.${value}`) }))} />
      </Field>
      <Field name="nature" label={t("paper.exceptionNature")} group><RadioGroup defaultValue={decided?.nature ?? undefined} choices={natures} /></Field>
      <Field name="reason" label={t("paper.reason")} required><TextArea rows={2} defaultValue={decided?.reason} /></Field>
    </Act>
  )
}
