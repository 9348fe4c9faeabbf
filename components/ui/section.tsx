import { useId, type ReactNode } from "react"

type SectionProps = { title: ReactNode; id?: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A part of a page with its own heading. */
export function Section({ title, id, lead, actions, children }: SectionProps) {
  const heading = useId()
  return (
    <section id={id} aria-labelledby={heading} className="space-y-3 pt-8">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id={heading} className="text-lg font-semibold">
            {title}
          </h2>
          {lead && <p className="max-w-prose text-sm text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/**
 * What stands in place of a dialogue: the words that say what will follow and what cannot be undone, and the form under
 * them. It has an address of its own (`?confirm=close`), so it works without scripts.
 */
export function Confirmation({ title, consequences, children }: { title: ReactNode; consequences: ReactNode[]; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="space-y-4 border border-line border-l-4 border-l-seal bg-sheet p-5">
      <h2 id={heading} className="text-lg font-semibold">
        {title}
      </h2>
      <ul className="list-disc space-y-1 pl-5 text-sm">
        {consequences.map((consequence, index) => (
          <li key={index}>{consequence}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
