"use client"

import { useTranslations } from "next-intl"

/** What a page shows when it failed: nothing was changed, try again, and the number under which the log knows it. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.page.error")
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined
  return (
    <div className="mx-auto max-w-xl space-y-4 px-6 py-24">
      <title>{t("title")}</title>
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="text-ink-soft">{t("text")}</p>
      {digest && (
        <p className="text-sm">
          {t("number")}: <code>{digest}</code>
        </p>
      )}
      <button type="button" onClick={() => retry()} className="min-h-10 border border-line bg-sheet px-4 text-sm font-medium">
        {t("action")}
      </button>
    </div>
  )
}
