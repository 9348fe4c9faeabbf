import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { open: "due", submitted: "late", confirmed: "final", cancelled: "neutral" }

export function ReviewStatus({ status }: { status: string }) {
  const t = useTranslations("access-reviews.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
