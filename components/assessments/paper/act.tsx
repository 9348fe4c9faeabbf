import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { FormShell } from "@/components/ui/form-shell"
import { Submit } from "@/components/ui/submit"
import type { ButtonVariant } from "@/components/ui/button"
import type { Desk } from "@/lib/assessments/queries/desk"
import type { TestEvent } from "@/lib/assessments/rules/lifecycle"
import type { FormAction } from "@/lib/platform/refusal"

type ActProps = {
  desk: Desk
  event: TestEvent
  action: FormAction
  hidden?: Record<string, string>
  variant?: ButtonVariant
  /** Folded behind its own words, where something stands already. */
  folded?: boolean
  children?: ReactNode
}

/** The form of one event on a paper: its fields, the version that was seen, and the button. */
export function Act({ desk, event, action, hidden = {}, variant, folded = false, children }: ActProps) {
  const t = useTranslations("assessments.events")
  const form = (
    <FormShell action={action} label={t(event)} hidden={{ id: desk.paper.id, version: desk.paper.version, ...hidden }} className="max-w-2xl space-y-4">
      {children}
      <Submit variant={variant}>{t(event)}</Submit>
    </FormShell>
  )
  if (!folded) return <div className="border border-line bg-sheet p-4 print:hidden">{form}</div>
  return (
    <details className="border border-line bg-sheet print:hidden">
      <summary className="min-h-10 cursor-pointer px-4 py-2 text-sm font-medium">{t(event)}</summary>
      <div className="px-4 pb-4">{form}</div>
    </details>
  )
}

/** Whether the tester's form of an event stands on the page for this reader now. */
export function tests(desk: Desk, event: TestEvent): boolean {
  return desk.may.test.allowed && desk.possible.includes(event)
}
