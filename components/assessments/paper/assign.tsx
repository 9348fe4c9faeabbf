import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { assignAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"
import { AssignFields } from "../assign-bar"

/** The lead gives the paper its tester and reviewer. */
export function AssignPart({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.assign")
  if (!desk.assign) return null
  return (
    <details className="border border-line bg-sheet print:hidden" open={desk.possible.includes("seal")}>
      <summary className="min-h-10 cursor-pointer px-4 py-2 text-sm font-medium">{t("title")}</summary>
      <FormShell action={assignAction} label={t("title")} hidden={{ testIds: desk.paper.id, version: desk.paper.version }} className="flex flex-wrap items-end gap-3 px-4 pb-4">
        <AssignFields candidates={desk.candidates} />
      </FormShell>
    </details>
  )
}
