import { type ReactNode } from "react"

export type Fact = { label: ReactNode; value: ReactNode; /** Takes the whole width. */ wide?: boolean }

/** What is known of one thing, as a list of words and values. What has no value shows a dash. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 border-t border-hairline text-sm sm:grid-cols-2 xl:grid-cols-3">
      {facts.map((fact, index) => (
        <div key={index} className={`min-w-0 border-b border-hairline py-2 ${fact.wide ? "sm:col-span-full" : ""}`}>
          <dt className="text-ink-soft">{fact.label}</dt>
          <dd className="whitespace-pre-line">{fact.value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  )
}
