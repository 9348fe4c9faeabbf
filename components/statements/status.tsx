import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"
import type { StatementState } from "@/lib/statements/rules/lifecycle"

const tones: Record<StatementState, Tone> = {
  drafted: "neutral", ready: "due", signed: "final", countersigned: "final", refused: "bad", withdrawn: "neutral",
}

export function StatementStatus({ status }: { status: StatementState }) {
  const t = useTranslations("statements.status")
  return <Status tone={tones[status]}>{t(status)}</Status>
}
