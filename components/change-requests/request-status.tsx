import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { submitted: "due", "under-review": "due", asked: "late", accepted: "good", declined: "bad", withdrawn: "neutral" }

export function RequestStatus({ status }: { status: string }) {
  const t = useTranslations("change-requests.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
