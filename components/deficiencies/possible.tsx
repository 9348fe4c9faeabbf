import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button, type ButtonVariant } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import type { ChangeEvent, Possibility } from "@/lib/deficiencies/policy/possible"

/** What the state allows: for whoever may, a way to its form; for others the button with the reason and who could. */
export function Possible({ id, possible, chosen, children }: { id: string; possible: Possibility[]; chosen: ChangeEvent | null; children?: ReactNode }) {
  const t = useTranslations("deficiencies")
  const mine = possible.filter(({ verdict }) => verdict.allowed)
  const others = possible.filter(({ verdict }) => !verdict.allowed)
  const look = (event: ChangeEvent): ButtonVariant => (event === chosen ? "primary" : "plain")
  return (
    <Section title={t("page.now")} id="now">
      {possible.length === 0 && <p className="text-sm text-ink-soft">{t("page.nowNothing")}</p>}
      {mine.length > 1 && (
        <p className="flex flex-wrap gap-2">
          {mine.map(({ event }) => <ButtonLink key={event} href={`/deficiencies/${id}?do=${event}#now`} variant={look(event)} aria-current={event === chosen ? "step" : undefined}>{t(`events.${event}`)}</ButtonLink>)}
        </p>
      )}
      {children}
      {others.length > 0 && (
        <details className="border-y border-hairline">
          <summary className="min-h-8 cursor-pointer py-1 text-sm text-ink-soft">{t("page.nothingForYou", { count: others.length })}</summary>
          <ul className="flex flex-wrap items-start gap-x-6 gap-y-3 py-2">
            {others.map(({ event, verdict }) => <li key={event}><Button type="button" verdict={verdict}>{t(`events.${event}`)}</Button></li>)}
          </ul>
        </details>
      )}
    </Section>
  )
}
