import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import type { FieldError } from "@/lib/platform/refusal"

/** What keeps an edition from being published. */
export function FaultList({ faults }: { faults: FieldError[] }) {
  const [t, all] = [useTranslations("handbook.edition"), useTranslations()]
  if (faults.length === 0) return <Notice kind="success" title={t("noFaults")} />
  return (
    <Notice kind="warning" title={t("faults")}>
      <ul className="list-disc pl-5">
        {faults.map(({ path, message, params }) => (
          <li key={`${path} ${message} ${params?.aspect ?? ""}`}>{all(message, params)}</li>
        ))}
      </ul>
    </Notice>
  )
}
