import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Section } from "@/components/ui/section"
import { Time } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import type { Text as Name } from "@/lib/platform/actor"
import { GradingNotes } from "./gradings"
import { PersonName } from "./person"
import { RemediationNotes } from "./remediation"
import { Retests } from "./retests"

/** One step that was taken: what, who, when, why. */
export function Note({ what, by, at, names, children }: { what: ReactNode; by: string | null; at: Date; names: Map<string, Name>; children?: ReactNode }) {
  return (
    <li className="border-b border-hairline py-2 last:border-0">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span className="font-medium">{what}</span>
        <span className="text-ink-soft"><PersonName names={names} id={by} /> · <Time at={at} /></span>
      </p>
      {children && <div className="whitespace-pre-line">{children}</div>}
    </li>
  )
}

/** Every step of its life so far, each with who, when and why. */
export function DoneSteps({ view }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies.page")
  const { record, names } = view
  return (
    <>
      {record.confirmations.length > 0 && (
        <Section title={t("confirmation")}>
          <ul className="text-sm">{record.confirmations.map((one) => <Note key={one.id} names={names} what={t(`outcomes.${one.outcome}`)} by={one.by} at={one.at}>{one.reason}</Note>)}</ul>
        </Section>
      )}
      <GradingNotes record={record} names={names} />
      <RemediationNotes record={record} names={names} />
      <Retests view={view} />
      {record.closures.length > 0 && (
        <Section title={t("closure")}>
          <ul className="text-sm">{record.closures.map((one) => <Note key={one.id} names={names} what={t(`closureKinds.${one.kind}`)} by={one.by} at={one.at}>{one.reason}</Note>)}</ul>
        </Section>
      )}
    </>
  )
}
