import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { classes } from "./classes"

export type NoticeKind = "info" | "success" | "warning" | "refusal"

const looks: Record<NoticeKind, string> = {
  info: "border-due bg-sheet",
  success: "border-good bg-good-paper",
  warning: "border-late bg-late-paper",
  refusal: "border-bad bg-bad-paper",
}

/** Something to be read now. The kind stands in words for those who do not see the colour. */
export function Notice({ kind = "info", title, children }: { kind?: NoticeKind; title?: ReactNode; children?: ReactNode }) {
  const t = useTranslations("common.forms")
  return (
    <div role={kind === "refusal" ? "alert" : "status"} className={classes("max-w-4xl border border-l-4 px-4 py-3 text-sm", looks[kind])}>
      <p className="font-semibold">{title ?? t(`notice.${kind}`)}</p>
      {children && <div className="mt-1 whitespace-pre-line">{children}</div>}
    </div>
  )
}
