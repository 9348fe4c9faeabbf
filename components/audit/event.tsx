import { useLocale, useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import type { PastEvent, TrailEvent } from "@/lib/audit/queries"

/** One event of the trail in words; opened, with its stored text and hashes. */
export function EventCell({ event, open, href }: { event: TrailEvent; open: boolean; /** Where it is open, or closed again. */ href: string }) {
  const t = useTranslations("audit")
  return (
    <>
      <EventWords event={event} />
      {event.why && <span className="block text-ink-soft">{t("why", { why: event.why })}</span>}
      <Link href={href} id={event.id} aria-expanded={open} className="block w-fit text-xs text-ink-soft">{t("detail")}</Link>
      {open && <Kept event={event} />}
    </>
  )
}

function Kept({ event }: { event: TrailEvent }) {
  const t = useTranslations("audit")
  return (
    <Facts
      facts={[
        { label: t("columns.recordedAt"), value: <Time at={new Date(event.recordedAt)} precision="second" /> },
        { label: t("stored"), value: <span className="break-all">{event.canonical}</span>, wide: true },
        { label: t("previousHash"), value: <span className="break-all">{event.previousHash}</span> },
        { label: t("columns.hash"), value: <span className="break-all">{event.hash}</span> },
      ]}
    />
  )
}

/** The words of an event: the message `<room>.audit.<event>` with the event's own parameters. */
export function EventWords({ event }: { event: PastEvent }) {
  const t = useTranslations()
  const locale = useLocale()
  const [room = "", name = ""] = event.type.split(".")
  const key = `${room}.audit.${name}`
  return <>{t.has(key) ? t(key, wordsOf(event, t, locale)) : t("audit.other", { type: event.type })}</>
}

/** The event's parameters in the reader's language: `nameEn` stands for `name` in English, and a role is put into words. */
function wordsOf(event: PastEvent, t: ReturnType<typeof useTranslations>, locale: string) {
  const params: Record<string, string | number> = { actor: locale === "en" ? event.actor.nameEn || event.actor.nameZh : event.actor.nameZh, ...event.params }
  for (const [key, value] of Object.entries(params)) {
    const plain = key.replace(/En$/, "")
    if (locale === "en" && key !== plain && plain in params && value !== "") params[plain] = value
  }
  const role = `common.roles.${params.role}`
  return params.role !== undefined && t.has(role) ? { ...params, role: t(role) } : params
}
