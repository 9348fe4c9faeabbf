import { useLocale } from "next-intl"
import { countText } from "@/lib/platform/i18n/count-text"

export type HowFar = { label: string; done: number; total: number }

/** How many of how many, as numbers and as a bar, under their name. */
export function Progress(props: HowFar) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 text-sm">
      <span>{props.label}</span>
      <span className="contents whitespace-nowrap"><ProgressBar {...props} /></span>
    </div>
  )
}

/** The same in a cell beside what it is of. A full bar needs no element: the style sheet draws it. */
export function ProgressCell(props: HowFar) {
  return props.done < props.total ? <td className="whitespace-nowrap"><ProgressBar {...props} /></td> : <td className="full"><Numbers {...props} /></td>
}

function ProgressBar({ label, done, total }: HowFar) {
  return (
    <>
      <Numbers done={done} total={total} />
      <progress aria-label={label} value={done} max={Math.max(total, 1)} className="ledger-progress mt-1 block h-1.5 w-full" />
    </>
  )
}

function Numbers({ done, total }: Omit<HowFar, "label">) {
  const locale = useLocale()
  return <>{countText(locale, done)} / {countText(locale, total)}</>
}
