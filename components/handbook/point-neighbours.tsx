import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Text } from "@/components/ui/text"
import type { PointPage } from "@/lib/handbook/queries/point"

/** The points before and after this one in the handbook. */
export function PointNeighbours({ neighbours: { before, after }, query }: Pick<PointPage, "neighbours"> & { query: string }) {
  const t = useTranslations("handbook.point")
  return (
    <nav aria-label={t("neighbours")} className="mt-8 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-hairline pt-3 text-sm print:hidden">
      {before ? <Link rel="prev" href={`/handbook/points/${before.id}${query}`} className="inline-block min-h-6"><span aria-hidden="true">← </span><span className="sr-only">{t("before")} </span>{before.code} <Text text={before.title} /></Link> : <span />}
      {after && <Link rel="next" href={`/handbook/points/${after.id}${query}`} className="inline-block min-h-6"><span className="sr-only">{t("after")} </span>{after.code} <Text text={after.title} /><span aria-hidden="true"> →</span></Link>}
    </nav>
  )
}
