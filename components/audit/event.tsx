import { useFormatter, useLocale, useTranslations } from "next-intl"
import type { TrailEvent } from "@/lib/audit/queries"

/** One event of the trail in words, with its stored text and hashes to open. */
export function EventCell({ event }: { event: TrailEvent }) {
  const [t, format] = [useTranslations("audit"), useFormatter()]
  // One text: fifty times a list of terms would be half of the page.
  const kept = [
    t("columns.recordedAt"), format.dateTime(new Date(event.recordedAt), "second"), t("detail"), event.canonical, t("previousHash"), event.previousHash, t("columns.hash"), event.hash,
  ]
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <EventWords event={event} />
        {event.why && <span className="block text-ink-soft">{t("why", { why: event.why })}</span>}
      </summary>
      <p className="mt-2 text-xs break-all whitespace-pre-line">{kept.join("\n")}</p>
    </details>
  )
}

/** The words of an event: the message `<room>.audit.<event>` with the event's own parameters. */
export function EventWords({ event }: { event: TrailEvent }) {
  const t = useTranslations()
  const locale = useLocale()
  const [room = "", name = ""] = event.type.split(".")
  const key = `${room}.audit.${name}`
  return <>{t.has(key) ? t(key, wordsOf(event, t, locale)) : t("audit.other", { type: event.type })}</>
}

/** The event's parameters in the reader's language: `nameEn` stands for `name` in English, and a role is put into words. */
function wordsOf(event: TrailEvent, t: ReturnType<typeof useTranslations>, locale: string) {
  const params: Record<string, string | number> = { actor: locale === "en" ? event.actor.nameEn || event.actor.nameZh : event.actor.nameZh, ...event.params }
  for (const [key, value] of Object.entries(params)) {
    const plain = key.replace(/En$/, "")
    if (locale === "en" && key !== plain && plain in params && value !== "") params[plain] = value
  }
  const role = `common.roles.${params.role}`
  return params.role !== undefined && t.has(role) ? { ...params, role: t(role) } : params
}
