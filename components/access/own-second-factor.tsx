import { useTranslations } from "next-intl"
import { EnrolCode } from "@/components/access/enrol-code"
import { Prove, type ProveProps } from "@/components/access/prove"
import { FormShell } from "@/components/ui/form-shell"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import { drop, renew } from "@/lib/access/actions/second-factor"
import type { Enrolment, SecondFactor } from "@/lib/access/queries/second-factor"

/** One's authenticator app: what stands, or how to set it up. */
export function App({ factor, prove }: { factor: SecondFactor & { enrolment: Enrolment | null }; prove: ProveProps }) {
  const t = useTranslations("access.secondFactor")
  return (
    <Section title={t("app")} lead={t("appLead")}>
      {factor.code ? (
        <>
          <p className="text-sm">
            <Status tone="good">{t("appSince")}</Status> <Time at={factor.code} />
          </p>
          <FormShell action={drop} label={t("drop")} className="max-w-md space-y-5">
            <Prove {...prove} />
            <Submit variant="plain">{t("drop")}</Submit>
          </FormShell>
        </>
      ) : (
        <EnrolCode enrolment={factor.enrolment} prove={prove} />
      )}
    </Section>
  )
}

/** How many recovery codes are left, and ten new ones, shown once. */
export function RecoveryCodes({ left, prove }: { left: number; prove: ProveProps }) {
  const t = useTranslations("access.secondFactor")
  return (
    <Section title={t("recoveryTitle")} lead={t("recoveryLead")}>
      <p className="text-sm">{t("left", { count: left })}</p>
      <FormShell action={renew} label={t("make")} className="max-w-md space-y-3">
        <Prove {...prove} />
        <Submit variant="plain">{t("make")}</Submit>
        {left > 0 && <p className="text-sm text-ink-soft">{t("makeHint")}</p>}
      </FormShell>
    </Section>
  )
}
