import { useFormatter, useTranslations } from "next-intl"
import { type Address, withQuery } from "@/components/ui/address"
import { Link } from "@/components/ui/link"
import { type Age, ages } from "@/lib/deficiencies/rules/standing"

/** How long what is open has been open: a bar for each age, each a link to its deficiencies. */
export function Ageing({ counts, address }: { counts: Record<Age, number>; address: Address }) {
  const t = useTranslations("deficiencies")
  const format = useFormatter()
  const most = Math.max(1, ...ages.map((age) => counts[age]))
  return (
    <table className="w-full max-w-2xl border-collapse text-sm">
      <caption className="sr-only">{t("counts.ageing")}</caption>
      <thead className="sr-only">
        <tr><th scope="col">{t("counts.ageColumn")}</th><th scope="col">{t("counts.count")}</th></tr>
      </thead>
      <tbody>
        {ages.map((age) => (
          <tr key={age} className="border-b border-hairline">
            <th scope="row" className="w-40 py-1.5 pr-3 text-left font-normal text-ink-soft">{t(`list.age.${age}`)}</th>
            <td className="py-1.5">
              <span className="flex items-center gap-3">
                <progress aria-hidden="true" value={counts[age]} max={most} className="ledger-progress h-2 w-full max-w-80" />
                {counts[age] > 0
                  ? <Link href={withQuery(address, { status: undefined, overdue: undefined, grade: undefined, cursor: undefined, age })} className="inline-block min-h-6 min-w-6 text-right">{format.number(counts[age])}</Link>
                  : <span className="inline-block min-w-6 text-right text-ink-soft">0</span>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
