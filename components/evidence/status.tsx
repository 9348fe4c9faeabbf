import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"
import type { ObligationStatus } from "@/lib/evidence/rules/status"

const tones: Record<ObligationStatus, Tone> = {
  upcoming: "neutral", due: "due", overdue: "late", submitted: "due", returned: "bad", accepted: "good", "did-not-occur": "good",
}

/** Where an obligation stands. */
export function ObligationStatusText({ status }: { status: ObligationStatus }) {
  const t = useTranslations("evidence.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}

/** Where one version of a record stands for one obligation; a sealed one that was never accepted says what it was. */
export function UseStatus({ status, newest = true, late = false }: { status: string; newest?: boolean; late?: boolean }) {
  const t = useTranslations("evidence")
  const tone: Tone = status === "sealed" ? "final" : status === "accepted" ? "good" : status === "returned" ? "bad" : "due"
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {newest || status !== "submitted" ? <Status tone={tone}>{t(`status.${status}`)}</Status> : <Status>{t("status.superseded")}</Status>}
      {late && <LateMark />}
    </span>
  )
}

export function LateMark() {
  return <Status tone="late">{useTranslations("evidence")("late")}</Status>
}
