import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { draft: "neutral", "in-review": "due", published: "final", superseded: "neutral" }

export function EditionStatus({ status }: { status: string }) {
  const t = useTranslations("handbook.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
