import { useTranslations } from "next-intl"
import { Status as StatusWord, type Tone } from "@/components/ui/status"
import type { Status } from "@/lib/deficiencies/rules/standing"
import type { Grade } from "@/lib/deficiencies/schema/values"

const tones: Record<Status, Tone> = {
  registered: "due", contested: "late", confirmed: "due", graded: "due", planned: "due", "in-remediation": "due", implemented: "due", observing: "neutral",
  retesting: "due", closed: "final", accepted: "late", withdrawn: "neutral",
}

/** Where a deficiency stands; overdue remediation stands beside it. */
export function DeficiencyStatus({ status, overdue = false }: { status: Status; overdue?: boolean }) {
  const t = useTranslations("deficiencies")
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <StatusWord tone={tones[status]}>{t(`status.${status}`)}</StatusWord>
      {overdue && <StatusWord tone="bad">{t("columns.overdue")}</StatusWord>}
    </span>
  )
}

export function GradeText({ grade }: { grade: Grade | null }) {
  const t = useTranslations("deficiencies.grades")
  return grade === null ? <span className="text-ink-soft">{t("ungraded")}</span> : <span className={grade === "control-deficiency" ? "" : "font-semibold"}>{t(grade)}</span>
}
