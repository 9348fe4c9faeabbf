import { useFormatter, useTranslations } from "next-intl"
import { withQuery, type Address } from "./address"
import { ButtonLink } from "./link"

type PagerProps = { address: Address; shown: number; total?: number; next?: string | null }

/** Further pages by cursor: the address holds where the page begins, so back and a sent link work. */
export function Pager({ address, shown, total, next }: PagerProps) {
  const t = useTranslations("common.table")
  const format = useFormatter()
  const begun = address.query.cursor !== undefined
  if (shown === 0 && !begun) return null
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 py-3 text-sm">
      <p className="mr-auto text-ink-soft">
        {total === undefined
          ? t("shown", { shown: format.number(shown) })
          : t("shownOf", { shown: format.number(shown), total: format.number(total) })}
      </p>
      {begun && <ButtonLink href={withQuery(address, { cursor: undefined })}>{t("firstPage")}</ButtonLink>}
      {next && <ButtonLink href={withQuery(address, { cursor: next })}>{t("nextPage")}</ButtonLink>}
    </nav>
  )
}
