import { useFormatter } from "next-intl"

/** How many of how many, as numbers and as a bar. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const format = useFormatter()
  return (
    <div className="text-sm">
      <p className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="whitespace-nowrap">
          {format.number(done)} / {format.number(total)}
        </span>
      </p>
      <progress aria-label={label} value={done} max={Math.max(total, 1)} className="ledger-progress mt-1 h-1.5 w-full" />
    </div>
  )
}
