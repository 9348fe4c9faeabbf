import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import { signOffAction } from "@/lib/assessments/actions"
import type { SignableProcess } from "@/lib/assessments/queries/board"

/** One process that waits for the lead: the papers to open first, and the signature. */
export function SignOff({ assessmentId, process }: { assessmentId: string; process: SignableProcess }) {
  const t = useTranslations("assessments.signOff")
  const label = t("process", { node: process.node, papers: process.papers })
  return (
    <div className="border border-line bg-sheet p-4">
      <h3 className="mb-3 font-medium">{label}</h3>
      {process.verdict.allowed ? (
        <FormShell action={signOffAction} label={label} hidden={{ assessmentId, node: process.node }}>
          <p className="text-sm">{t("toOpen")}</p>
          <ul className="divide-y divide-hairline border-y border-hairline text-sm">
            {process.readings.map(({ id, code, why, openedAt }) => (
              <li key={id} className="flex flex-wrap gap-x-4 py-1.5">
                <Link href={`/assessments/${assessmentId}/tests/${id}`} className="inline-block min-h-6">{code}</Link>
                <span className="text-ink-soft">{t(`why.${why}`)}</span>
                {openedAt ? <Status tone="good">{t("openedAt")} <Time at={openedAt} /></Status> : <Status tone="due">{t("notOpened")}</Status>}
              </li>
            ))}
          </ul>
          <Submit variant="final">{t("sign")}</Submit>
        </FormShell>
      ) : (
        <Button type="button" refusal={process.verdict.refusal}>{t("sign")}</Button>
      )}
    </div>
  )
}
