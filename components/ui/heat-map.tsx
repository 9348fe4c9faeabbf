import { useLocale } from "next-intl"
import { type ReactNode } from "react"
import { countText } from "@/lib/platform/i18n/count-text"
import { Drawn } from "./drawn"
import { Link } from "./link"
import { type HowFar, ProgressCell } from "./progress"

export type HeatCell = { count: number; href?: string }
type Axis = { key: string; label: ReactNode }

type HeatMapProps = {
  caption: string
  corner: ReactNode
  columns: Axis[]
  rows: (Axis & { href?: string; cells: Record<string, HeatCell | undefined>; /** How far it is, at the row's end. */ far?: HowFar | undefined })[]
  /** What stands over the rows' ends. */
  far?: ReactNode
}

const heats = [undefined, "bg-heat-1", "bg-heat-2", "bg-heat-3", "bg-heat-4"]

/** Counts by row and column, each a link to what it counts; the ground grows darker with the count. */
export function HeatMap({ caption, corner, columns, rows, far }: HeatMapProps) {
  const locale = useLocale()
  const most = Math.max(1, ...rows.flatMap((row) => columns.map((column) => row.cells[column.key]?.count ?? 0)))
  const heat = (count: number) => heats[count === 0 ? 0 : Math.ceil((count / most) * 4)]
  return (
    <Drawn>
      <div role="region" aria-label={caption} tabIndex={0} className="max-w-full overflow-x-auto border-y border-line bg-sheet">
        <table className="heat w-full border-collapse text-sm">
          <caption className="px-3 py-2 text-left font-medium">{caption}</caption>
          <thead>
            <tr className="border-b border-line bg-shade">
              <th scope="col" className="sticky left-0 bg-shade px-3 py-2 text-left font-medium">
                {corner}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">
                  {column.label}
                </th>
              ))}
              {far && <th scope="col" className="w-1/4 px-3 py-2 text-right font-medium">{far}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.href ? <Link href={row.href}>{row.label}</Link> : row.label}
                </th>
                {columns.map((column) => {
                  const { count, href } = row.cells[column.key] ?? { count: 0, href: undefined }
                  const number = countText(locale, count)
                  return (
                    <td key={column.key} className={heat(count)}>
                      {count > 0 && href ? <Link href={href}>{number}</Link> : number}
                    </td>
                  )
                })}
                {far && (row.far ? <ProgressCell {...row.far} /> : <td></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Drawn>
  )
}
