import { type ReactNode } from "react"
import { Time } from "./time"

export type TimelineEvent = { id: string; at: Date; who: ReactNode; what: ReactNode; why?: ReactNode; detail?: ReactNode }

/** What happened, newest or oldest first as given: when, who, what, why. */
export function Timeline({ label, events }: { label: string; events: TimelineEvent[] }) {
  return (
    <ol aria-label={label} className="timeline border-l border-line text-sm">
      {events.map((event) => (
        <li key={event.id}>
          <small>
            <Time at={event.at} /> · {event.who}
          </small>
          <p>{event.what}</p>
          {event.why && <p className="text-ink-soft">{event.why}</p>}
          {event.detail}
        </li>
      ))}
    </ol>
  )
}
