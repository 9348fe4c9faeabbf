import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { Button } from "@/components/ui/button"
import { Submit } from "@/components/ui/submit"
import type { Verdict } from "@/lib/platform/refusal"
import { refresh } from "@/lib/statements/actions"
import type { FactChange, TestChange } from "@/lib/statements/rules/facts"
import type { StatementFacts } from "@/lib/statements/schema"
import type { FactAddress } from "./fact-address"
import { FactsTable, UnfinishedTests } from "./facts-table"
import { type Risk, RiskList } from "./risk"

type BeforeProps = {
  statement: { id: string; version: number; facts: StatementFacts }
  changed: { changes: FactChange[]; tests: TestChange[] } | null
  previous: StatementFacts | null
  risk: Risk
  mayRefresh: Verdict
  addressOf?: FactAddress
}

// Tests listed by name; of a whole quarter there are hundreds.
const most = 20

/** One screen before the signature: the facts, what changed since last quarter, what is at risk. */
export function BeforeSigning({ statement, changed, previous, risk, mayRefresh, addressOf }: BeforeProps) {
  const t = useTranslations("statements")
  const testStatus = (status: string | null) => (status === null ? t("page.finished") : t(`document.testStatus.${status}`))
  return (
    <>
      {changed && (
        <Notice kind="warning" title={t("page.factsChanged")}>
          <p>{t("page.factsChangedText")}</p>
          <ul className="list-disc py-2 pl-5">
            {changed.changes.map(({ fact, before, after }) => (
              <li key={fact}>{t("page.change", { fact: t(`document.facts.${fact}`), before, after })}</li>
            ))}
            {changed.tests.slice(0, most).map(({ code, before, after }) => (
              <li key={code}>{t("page.change", { fact: code, before: testStatus(before), after: testStatus(after) })}</li>
            ))}
            {changed.tests.length > most && <li>{t("page.moreTests", { count: changed.tests.length - most })}</li>}
          </ul>
          {mayRefresh.allowed ? (
            <FormShell action={refresh} label={t("events.refresh")} hidden={{ id: statement.id, version: statement.version }}>
              <Submit variant="plain">{t("events.refresh")}</Submit>
            </FormShell>
          ) : (
            <Button verdict={mayRefresh}>{t("events.refresh")}</Button>
          )}
        </Notice>
      )}
      <Section title={t("page.facts")} lead={t("page.factsLead")}>
        <FactsTable facts={statement.facts} previous={previous} addressOf={addressOf} />
      </Section>
      {statement.facts.unfinished.length > 0 && (
        <Section title={t("page.unfinished")}>
          <UnfinishedTests facts={statement.facts} />
        </Section>
      )}
      <Section title={t("page.risk")} lead={t("page.riskLead")}>
        <RiskList risk={risk} />
      </Section>
    </>
  )
}
