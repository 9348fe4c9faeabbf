import { useTranslations } from "next-intl"
import { Checkbox, RadioGroup } from "@/components/ui/choices"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Input, TextArea } from "@/components/ui/input"
import { Time } from "@/components/ui/time"
import { drawAction, extendAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"
import { Act, tests } from "./act"

/** How many samples are needed and why, each drawing with its seed, and the forms to draw and to extend. */
export function DrawsPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const { plan, present } = desk
  const draws = present.population?.draws ?? []
  return (
    <div className="space-y-3">
      <h3 className="font-medium">{t("samples")}</h3>
      <p className="max-w-prose text-sm">{t("plan", { ...plan, strict: String(plan.strict) })}{desk.estimated && ` ${t("planEstimate", { yearCount: plan.yearCount })}`}</p>
      {draws.map((draw) => (
        <Facts key={draw.id} facts={[
          { label: t("method"), value: `${t(`methods.${draw.method}`)}${draw.extension ? ` · ${t("extension")}` : ""}` },
          { label: t("drawn"), value: <>{draw.size} · <PersonName names={desk.names} id={draw.drawnBy} /> · <Time at={draw.drawnAt} /></> },
          ...(draw.seed ? [{ label: t("seed"), value: <><code className="break-all">{draw.seed}</code><span className="block text-xs text-ink-soft">{t("again")}</span></> }] : []),
          ...(draw.reason ? [{ label: t("reason"), value: draw.reason }] : []),
        ]} />
      ))}
      {draws.length === 0 && tests(desk, "draw-samples") && <DrawForms desk={desk} />}
      {desk.finding === "may-extend" && tests(desk, "extend-sample") && (
        <Act desk={desk} event="extend-sample" action={extendAction}>
          <p className="text-sm">{t("extendLead", { count: plan.extension })}</p>
          <Field name="reason" label={t("reason")} required><TextArea rows={2} /></Field>
        </Act>
      )}
    </div>
  )
}

function DrawForms({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const required = desk.plan.quarter
  const choices = [
    { value: "random", label: t("methods.random"), hint: t("methodHints.random") },
    { value: "judgemental", label: t("methods.judgemental"), hint: t("methodHints.judgemental") },
  ]
  return (
    <Act desk={desk} event="draw-samples" action={drawAction}>
      <Field name="method" label={t("method")} group required><RadioGroup choices={choices} defaultValue="random" /></Field>
      <Field name="size" label={t("sizeWanted")} hint={t("sizeHint", { required })}><Input type="number" min={required} placeholder={String(required)} /></Field>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm">{t("pick")}</summary>
        <Field name="itemIds" label={t("pickItems")} group className="max-h-80 overflow-auto">
          {desk.items.map((item) => <Checkbox key={item.id} name="itemIds" value={item.id} label={`${item.ordinal} · ${item.label}`} />)}
        </Field>
        <Field name="reason" label={t("pickReason")}><TextArea rows={2} /></Field>
      </details>
    </Act>
  )
}
