import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { opened: "late", "handed-over": "due", "taken-over": "due", completed: "final", cancelled: "neutral" }

export function HandoverStatus({ status }: { status: string }) {
  const t = useTranslations("handovers.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
