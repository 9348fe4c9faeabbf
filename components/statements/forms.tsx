import { useTranslations } from "next-intl"
import { Prove, type ProveProps } from "@/components/access/prove"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import type { FormAction, Verdict } from "@/lib/platform/refusal"
import { countersign, refuse, sign, withdraw } from "@/lib/statements/actions"

type About = { id: string; version: number }

/** The signature: what it freezes, what the signer declares, proving anew who one is. */
export function SignForm({ statement, factsHash, unfinished, verdict, prove }: { statement: About; factsHash: string; unfinished: number; verdict: Verdict; prove: ProveProps }) {
  const t = useTranslations("statements")
  if (!verdict.allowed) return <Button variant="final" verdict={verdict}>{t("events.sign")}</Button>
  return (
    <Confirmation title={t("page.sign")} consequences={[t("page.consequenceFrozen"), t("page.consequencePdf"), t("page.consequenceWithdraw")]}>
      <FormShell action={sign} label={t("events.sign")} hidden={{ id: statement.id, version: statement.version }}>
        <Field name="factsHash" label={t("page.facts")} group required>
          {/* New facts are a new box: a tick belongs to the facts that were read. */}
          <Checkbox key={factsHash} name="factsHash" value={factsHash} label={t("page.readFacts")} />
        </Field>
        <Field name="exceptions" label={t("page.exceptions")} hint={t("page.exceptionsHint")}><TextArea maxLength={4000} /></Field>
        {unfinished > 0 && (
          <>
            <Field name="declared" label={t("page.unfinished")} group required>
              <Checkbox name="declared" label={t("page.declared", { count: unfinished })} />
            </Field>
            <Field name="unfinished" label={t("page.unfinishedWords")} hint={t("page.unfinishedHint")} required><TextArea maxLength={4000} rows={3} /></Field>
          </>
        )}
        <Prove {...prove} />
        <Submit variant="final">{t("events.sign")}</Submit>
      </FormShell>
    </Confirmation>
  )
}

export function CountersignForm({ statement, verdict, prove }: { statement: About; verdict: Verdict; prove: ProveProps }) {
  const t = useTranslations("statements")
  if (!verdict.allowed) return <Button variant="final" verdict={verdict}>{t("events.countersign")}</Button>
  return (
    <Confirmation title={t("events.countersign")} consequences={[t("page.countersignLead"), t("page.consequencePdf")]}>
      <FormShell action={countersign} label={t("events.countersign")} hidden={{ id: statement.id, version: statement.version }}>
        <Prove {...prove} />
        <Submit variant="final">{t("events.countersign")}</Submit>
      </FormShell>
    </Confirmation>
  )
}

/** Refusing to sign, and withdrawing: each with its reason. */
export function EndForm({ statement, event, verdict }: { statement: About; event: "refuse" | "withdraw"; verdict: Verdict }) {
  const t = useTranslations("statements")
  if (!verdict.allowed) return <Button verdict={verdict}>{t(`events.${event}`)}</Button>
  const action: FormAction = event === "refuse" ? refuse : withdraw
  return (
    <details className="max-w-2xl border border-hairline bg-sheet px-4 py-2">
      <summary className="min-h-8 cursor-pointer py-1 font-medium">{t(`events.${event}`)}</summary>
      <FormShell action={action} label={t(`events.${event}`)} hidden={{ id: statement.id, version: statement.version }} className="space-y-4 py-3">
        <Field name="reason" label={t("page.reason")} hint={t(event === "refuse" ? "page.refuseHint" : "page.withdrawLead")} required>
          <TextArea rows={3} maxLength={1000} />
        </Field>
        <Submit variant="plain">{t(`events.${event}`)}</Submit>
      </FormShell>
    </details>
  )
}
