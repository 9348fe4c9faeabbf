import { useLocale, useTranslations } from "next-intl"
import { chooseRows } from "@/lib/access/actions/preferences"
import { countText } from "@/lib/platform/i18n/count-text"
import { rowChoices } from "@/lib/platform/rows"
import { withQuery, type Address } from "./address"
import { ButtonLink } from "./link"

type PagerProps = { address: Address; shown: number; total?: number; next?: string | null; /** How many rows a page of it has, where the reader chooses. */ rows?: number }

/** Further pages by cursor, and how many rows each has: the address holds both, so back and a sent link work. */
export function Pager({ address, shown, total, next, rows }: PagerProps) {
  const t = useTranslations("common.table")
  const locale = useLocale()
  const begun = address.query.cursor !== undefined
  if (shown === 0 && !begun) return null
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 py-3 text-sm">
      <p className="mr-auto text-ink-soft">
        {total === undefined
          ? t("shown", { shown: countText(locale, shown) })
          : t("shownOf", { shown: countText(locale, shown), total: countText(locale, total) })}
      </p>
      {rows !== undefined && (begun || next || shown > rowChoices[0]) && <RowsChoice rows={rows} />}
      {begun && <ButtonLink href={withQuery(address, { cursor: undefined })}>{t("firstPage")}</ButtonLink>}
      {next && <ButtonLink href={withQuery(address, { cursor: next })}>{t("nextPage")}</ButtonLink>}
    </nav>
  )
}

/** How many rows a page has; what is chosen is kept, and the table begins anew. */
function RowsChoice({ rows }: { rows: number }) {
  const t = useTranslations("common.table")
  return (
    <form action={chooseRows} aria-label={t("rows")} className="choice flex items-center">
      <span className="text-ink-soft">{t("rows")}</span>
      {rowChoices.map((choice) => <button key={choice} name="rows" value={choice} aria-pressed={choice === rows}>{choice}</button>)}
    </form>
  )
}
