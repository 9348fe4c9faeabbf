import { useTranslations } from "next-intl"
import { useDuration } from "@/components/ui/duration"
import { FormShell } from "@/components/ui/form-shell"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { end } from "@/lib/access/actions/account"
import type { OpenSession } from "@/lib/access/queries/account"
import { browserOf } from "@/lib/access/rules"

/** Open sessions; one's own can be ended one by one. */
export function Sessions({ sessions, current, own }: { sessions: OpenSession[]; current?: string | null; own: boolean }) {
  const t = useTranslations("access.settings")
  const words = (agent: string | null) => browserOf(agent) ?? t("unknownDevice")
  const table = (
    <Table
      caption={t("sessions")}
      captionHidden
      rows={sessions}
      rowKey={(row) => row.id}
      columns={[
        { key: "device", header: t("device"), rowHeader: true, cell: (row) => (row.id === current ? `${words(row.userAgent)} · ${t("thisSession")}` : words(row.userAgent)) },
        { key: "since", header: t("since"), cell: (row) => <Time at={row.createdAt} /> },
        { key: "seen", header: t("lastSeen"), cell: (row) => <Time at={row.lastSeenAt} /> },
        { key: "expires", header: t("expires"), cell: (row) => <Time at={row.expiresAt} /> },
        ...(own
          ? [{
              key: "end",
              header: <span className="sr-only">{t("end")}</span>,
              cell: (row: OpenSession) =>
                row.id !== current && <Submit variant="plain" name="id" value={row.id} aria-label={`${t("end")} ${words(row.userAgent)}`}>{t("end")}</Submit>,
            }]
          : []),
      ]}
    />
  )
  return own ? <FormShell action={end} label={t("sessions")} className="space-y-0">{table}</FormShell> : table
}

/** One's own sessions, with the limits that hold for them (minutes). */
export function OwnSessions({ limits, ...rest }: { sessions: OpenSession[]; current: string | null; limits: { idle: number; absolute: number } | undefined }) {
  const t = useTranslations("access.settings")
  const words = useDuration()
  return (
    <Section title={t("sessions")} lead={limits && t("sessionsLead", { idle: words(limits.idle), absolute: words(limits.absolute) })}>
      <Sessions {...rest} own />
    </Section>
  )
}
