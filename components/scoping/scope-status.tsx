import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { drafted: "due", approved: "final", superseded: "neutral" }

export function ScopeStatus({ status }: { status: string }) {
  const t = useTranslations("scoping.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
