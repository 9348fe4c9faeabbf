import { type ReactNode } from "react"
import { classes } from "./classes"

export type Tone = "neutral" | "due" | "late" | "good" | "bad" | "final"

const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  due: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  late: <path d="M6 1 11.5 11H.5z" fill="currentColor" />,
  good: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  bad: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  final: <path d="M1 1h10v10H1zM3.5 3.5h5v5h-5z" fill="currentColor" fillRule="evenodd" />,
}

const inks: Record<Tone, string> = {
  neutral: "text-ink-soft",
  due: "text-due",
  late: "text-late",
  good: "text-good",
  bad: "text-bad",
  final: "text-seal",
}

/** A state in a word and a shape; the colour only repeats them. */
export function Status({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes("inline-flex items-baseline gap-1.5 font-medium whitespace-nowrap", inks[tone])}>
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0 self-center">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  )
}
