import { useLocale, useTranslations } from "next-intl"
import { ButtonLink, Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { DateText } from "@/components/ui/time"
import type { Departures } from "@/lib/handovers/queries/departures"
import { textIn } from "@/lib/platform/i18n/text"
import { HandoverStatus } from "./handover-status"

/** Departures that are not done: what each waits for, and those for which nobody has opened a handover. */
export function DepartureList({ departures: { open, unattended } }: { departures: Departures }) {
  const [t, locale] = [useTranslations("handovers"), useLocale()]
  if (open.length + unattended.length === 0) return null
  return (
    <Section title={t("departures.title")} actions={<ButtonLink href="/handovers?status=open">{t("departures.all")}</ButtonLink>}>
      <ul className="border-t border-hairline text-sm">
        {open.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-2">
            <Link href={`/handovers/${row.id}`}>{row.number} {row.person && textIn(locale, row.person)}</Link>
            <HandoverStatus status={row.status} />
            <span className="text-ink-soft">{t("leavesOn")} <DateText day={row.leavesOn} form="short" /></span>
            {row.mine && <span className="font-medium">{t(`departures.mine.${row.mine}`)}</span>}
          </li>
        ))}
        {unattended.map((row) => (
          <li key={`${row.unitId} ${row.personId}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-2">
            <Link href={`/units/${row.unitId}/people/${row.personId}`}>{row.person ? textIn(locale, row.person) : t("person")}</Link>
            <Status tone="bad">{t("departures.unattended")}</Status>
            <span className="text-ink-soft">{t("departures.unattendedText", { count: row.count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
