import { useLocale } from "next-intl"
import { type ReactNode } from "react"
import { countText } from "@/lib/platform/i18n/count-text"
import { classes } from "./classes"
import { Link } from "./link"

type FigureProps = { label: ReactNode; value: number; href?: string; note?: ReactNode; /** Stands out when it is not zero. */ alert?: boolean }

/** One number that matters, what it counts, and the way to it. */
export function Figure({ label, value, href, note, alert = false }: FigureProps) {
  const number = countText(useLocale(), value)
  return (
    <div className="border-t-2 border-ink py-2">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>
        <span className={classes("block text-3xl leading-tight", alert && value > 0 && "font-semibold text-bad")}>
          {href ? <Link href={href} className="inline-block min-w-6">{number}</Link> : number}
        </span>
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </dd>
    </div>
  )
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">{children}</dl>
}
