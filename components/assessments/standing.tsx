import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"
import type { Standing } from "@/lib/assessments/rules/standing"

const tones: Record<Standing, Tone> = {
  "not-due": "neutral", unassigned: "late", assigned: "neutral", "in-progress": "due", concluded: "due", reviewed: "good", "signed-off": "final", sealed: "final",
}
const assessmentTones: Record<string, Tone> = { planned: "neutral", open: "due", "in-review": "due", closed: "final" }
const conclusionTones: Record<string, Tone> = { effective: "good", ineffective: "bad", "did-not-occur": "neutral", "not-due": "neutral" }

/** A line's state in a word and a shape. */
export function StandingStatus({ standing }: { standing: Standing }) {
  const t = useTranslations("assessments.status")
  return <Status tone={tones[standing]}>{t(standing)}</Status>
}

export function AssessmentStatus({ status }: { status: string }) {
  const t = useTranslations("assessments.stage")
  return <Status tone={assessmentTones[status] ?? "neutral"}>{t(status)}</Status>
}

export function ConclusionStatus({ conclusion }: { conclusion: string | null }) {
  const t = useTranslations("assessments.conclusions")
  if (!conclusion) return <>—</>
  return <Status tone={conclusionTones[conclusion] ?? "neutral"}>{t(conclusion)}</Status>
}
