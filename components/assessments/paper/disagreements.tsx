import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Time } from "@/components/ui/time"
import { disagreeAction, resolveAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { PersonName } from "../person"
import { Act } from "./act"

/** Disagreements with their resolutions; an open one blocks signing and closing. */
export function DisagreementsPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const { paper, may, possible } = desk
  const open = paper.disagreements.find((one) => one.resolvedAt === null)
  return (
    <Section title={t("disagreements")} lead={t("disagreementsLead")}>
      {paper.disagreements.map((one) => (
        <div key={one.id} className="max-w-prose space-y-1 border-l-2 border-ink pl-4">
          <p className="whitespace-pre-line">{one.text}</p>
          <p className="text-sm text-ink-soft"><PersonName names={desk.names} id={one.raisedBy} /> · <Time at={one.raisedAt} /></p>
          {one.resolvedAt ? (
            <>
              <p className="whitespace-pre-line">{t("resolution")}{one.resolution}</p>
              <p className="text-sm text-ink-soft"><PersonName names={desk.names} id={one.resolvedBy} /> · <Time at={one.resolvedAt} /></p>
            </>
          ) : <Status tone="late">{t("unresolved")}</Status>}
        </div>
      ))}
      {open && possible.includes("resolve-disagreement") && (may.resolve.allowed ? (
        <Act desk={desk} event="resolve-disagreement" action={resolveAction} hidden={{ disagreementId: open.id }}>
          <Field name="resolution" label={t("resolutionLabel")} required><TextArea rows={2} /></Field>
        </Act>
      ) : <Button type="button" refusal={may.resolve.refusal}>{t("resolve")}</Button>)}
      {may.disagree.allowed && possible.includes("disagree") && (
        <Act desk={desk} event="disagree" action={disagreeAction} variant="plain" folded>
          <Field name="text" label={t("disagreement")} required><TextArea rows={3} /></Field>
        </Act>
      )}
    </Section>
  )
}
