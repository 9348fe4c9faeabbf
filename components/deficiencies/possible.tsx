import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button, type ButtonVariant } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { aside, type ChangeEvent, type Possibility } from "@/lib/deficiencies/policy/possible"

/** What the state allows: for whoever may, a way to its form; for others the button with the reason and who could, folded where it leads aside. */
export function Possible({ id, possible, chosen, children }: { id: string; possible: Possibility[]; chosen: ChangeEvent | null; children?: ReactNode }) {
  const t = useTranslations("deficiencies")
  const mine = possible.filter(({ verdict }) => verdict.allowed)
  const others = possible.filter(({ verdict }) => !verdict.allowed)
  const onward = others.filter(({ event }) => !aside.includes(event))
  const besides = others.filter(({ event }) => aside.includes(event))
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
      {onward.length > 0 && (
        <div className="space-y-2 pt-2">
          <p className="text-sm text-ink-soft">{t("page.nothingForYou")}</p>
          <Refused possible={onward} />
        </div>
      )}
      {besides.length > 0 && (
        <details className="border-y border-hairline">
          <summary className="min-h-8 cursor-pointer py-1 text-sm text-ink-soft">{t("page.besides", { count: besides.length })}</summary>
          <Refused possible={besides} />
        </details>
      )}
    </Section>
  )
}

function Refused({ possible }: { possible: Possibility[] }) {
  const t = useTranslations("deficiencies.events")
  return (
    <ul className="flex flex-wrap items-start gap-x-6 gap-y-3 py-2">
      {possible.map(({ event, verdict }) => <li key={event}><Button type="button" verdict={verdict}>{t(event)}</Button></li>)}
    </ul>
  )
}
