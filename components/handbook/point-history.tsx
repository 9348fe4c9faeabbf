import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { DateText } from "@/components/ui/time"
import type { PointPage } from "@/lib/handbook/queries/point"
import { EditionStatus } from "./edition-status"
import { useFieldNames } from "./field-names"

/** The editions in which a point appeared or changed, the latest first. */
export function PointHistory({ page }: { page: PointPage }) {
  const [t, top, names] = [useTranslations("handbook.point"), useTranslations("handbook.page"), useFieldNames()]
  return (
    <ol className="divide-y divide-hairline border-y border-hairline text-sm">
      {page.history.map(({ edition, fields }) => (
        <li key={edition.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2">
          <Link href={`/handbook/editions/${edition.id}`}>{top("edition", { number: edition.number })}</Link>
          <EditionStatus status={edition.status} />
          {edition.effectiveFrom && <DateText day={edition.effectiveFrom} />}
          <span>{fields === null ? t("first") : t("changed", { fields: names(fields) })}</span>
        </li>
      ))}
    </ol>
  )
}
