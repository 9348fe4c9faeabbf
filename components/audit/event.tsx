import { useTranslations } from "next-intl"
import { Time } from "@/components/ui/time"
import type { TrailEvent } from "@/lib/audit/queries"

/** One event of the trail in words, with its stored text and hashes to open. */
export function EventCell({ event }: { event: TrailEvent }) {
  const t = useTranslations("audit")
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">
        <EventWords event={event} />
        {event.why && <span className="block text-ink-soft">{t("why", { why: event.why })}</span>}
      </summary>
      <dl className="mt-2 space-y-1 text-xs break-all">
        <dt>{t("columns.recordedAt")}</dt>
        <dd><Time at={new Date(event.recordedAt)} precision="second" /></dd>
        <dt>{t("detail")}</dt>
        <dd><code>{event.canonical}</code></dd>
        <dt>{t("previousHash")}</dt>
        <dd><code>{event.previousHash}</code></dd>
        <dt>{t("columns.hash")}</dt>
        <dd><code>{event.hash}</code></dd>
      </dl>
    </details>
  )
}

/** The words of an event: the message `<room>.audit.<event>` with the event's own parameters. */
export function EventWords({ event }: { event: TrailEvent }) {
  const t = useTranslations()
  const [room = "", name = ""] = event.type.split(".")
  const key = `${room}.audit.${name}`
  return <>{t.has(key) ? t(key, { actor: event.actor.nameZh, ...event.params }) : t("audit.other", { type: event.type })}</>
}
