import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { Link } from "./link"

export type Step = { key: string; label: ReactNode; state: "done" | "current" | "coming"; note?: ReactNode; href?: string }

const marks = { done: "border-ink bg-ink text-paper", current: "border-ink border-2 font-semibold", coming: "border-line text-ink-soft" }

/** Where something stands on its way. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  const t = useTranslations("common.steps")
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-3 text-sm">
      {steps.map((step, index) => (
        <li key={step.key} aria-current={step.state === "current" ? "step" : undefined} className="flex items-start gap-2">
          <span aria-hidden="true" className={`grid size-6 shrink-0 place-items-center rounded-full border text-xs ${marks[step.state]}`}>
            {step.state === "done" ? "✓" : index + 1}
          </span>
          <span>
            {step.href ? <Link href={step.href}>{step.label}</Link> : step.label}
            <span className="sr-only">{t(step.state)}</span>
            {step.note && <span className="block text-xs text-ink-soft">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
