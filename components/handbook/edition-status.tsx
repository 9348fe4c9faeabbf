import { useTranslations } from "next-intl"
import { Status, type Tone } from "@/components/ui/status"

const tones: Record<string, Tone> = { draft: "neutral", "in-review": "due", published: "final", superseded: "neutral" }

/** The state of an edition. One that is superseded stays in force until the day on which the next takes effect. */
export function EditionStatus({ status, inForce = false }: { status: string; inForce?: boolean }) {
  const t = useTranslations("handbook")
  return <><Status tone={tones[status]}>{t(`status.${status}`)}</Status>{inForce && ` · ${t("edition.inForce")}`}</>
}
