import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { DateText } from "@/components/ui/time"
import type { PointPage } from "@/lib/handbook/queries/point"
import type { FieldChange } from "@/lib/handbook/rules/fields"
import { EditionStatus } from "./edition-status"
import { FieldDiff } from "./field-diff"
import { useFieldNames } from "./field-names"

/** The editions that have the point, the latest first, with the words that changed in each. */
export function PointHistory({ page }: { page: PointPage }) {
  const [t, top] = [useTranslations("handbook.point"), useTranslations("handbook.page")]
  return (
    <ol className="divide-y divide-hairline border-y border-hairline text-sm">
      {page.history.map(({ edition, changes }) => (
        <li key={edition.id} className="py-2">
          <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
            <Link href={`/handbook/editions/${edition.id}`}>{top("edition", { number: edition.number })}</Link>
            <EditionStatus status={edition.status} />
            {edition.effectiveFrom && <DateText day={edition.effectiveFrom} />}
            {changes === null && <span>{t("first")}</span>}
            {changes?.length === 0 && <span className="text-ink-soft">{t("unchanged")}</span>}
          </p>
          {changes && changes.length > 0 && <Changes changes={changes} page={page} />}
        </li>
      ))}
    </ol>
  )
}

function Changes({ changes, page }: { changes: FieldChange[]; page: PointPage }) {
  const names = useFieldNames()
  return (
    <dl className="mt-1 space-y-2 border-l border-hairline pl-4">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="text-ink-soft">{names([field])}</dt>
          <dd className="max-w-prose"><FieldDiff field={field} labels={page.labels} before={before} after={after} /></dd>
        </div>
      ))}
    </dl>
  )
}
