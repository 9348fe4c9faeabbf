import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { FormShell } from "@/components/ui/form-shell"
import { Submit } from "@/components/ui/submit"
import { startAction } from "@/lib/assessments/actions"
import type { Desk } from "@/lib/assessments/queries/desk"

/** What comes next on the paper, or why this reader cannot do it and who could. */
export function HeadActions({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.events")
  const { may, possible, paper } = desk
  const tester = possible.find((event) => event === "start" || event === "conclude")
  if (tester && !may.test.allowed) return <Button type="button" refusal={may.test.refusal}>{t(tester === "start" ? "start" : "test")}</Button>
  if (possible.includes("start")) {
    return <FormShell action={startAction} label={t("start")} hidden={{ id: paper.id, version: paper.version }}><Submit>{t("start")}</Submit></FormShell>
  }
  if (possible.includes("review") && !may.review.allowed) return <Button type="button" refusal={may.review.refusal}>{t("review")}</Button>
  return null
}
