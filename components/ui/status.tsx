import { type ReactNode } from "react"

export type Tone = "neutral" | "due" | "late" | "good" | "bad" | "final"

/** A state in a word and a shape (drawn by the style sheet); the colour only repeats them. */
export function Status({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  )
}
