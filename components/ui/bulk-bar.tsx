import { useTranslations } from "next-intl"
import { type ReactNode } from "react"

/** What can be done with the ticked rows; stands after the table, in the same form, and stays in sight. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations("common.table")
  return (
    <div
      role="group"
      aria-label={t("bulk")}
      className="sm:sticky sm:bottom-0 z-2 flex flex-wrap items-end gap-3 border-y border-line bg-paper px-3 py-3"
    >
      <p className="self-center text-sm text-ink-soft">{t("bulk")}</p>
      {children}
    </div>
  )
}
