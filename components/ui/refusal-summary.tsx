import { useTranslations } from "next-intl"
import { type Refusal } from "@/lib/platform/refusal"
import { FieldLabel } from "./field-label"
import { Notice } from "./notice"
import { useRefusalText } from "./refusal-text"

/** A refusal above its form: what happened, who could do it, and a link to each field that needs mending; by its name where two lines would read alike. */
export function RefusalSummary({ refusal, fieldId }: { refusal: Refusal; fieldId?: (path: string) => string }) {
  const t = useTranslations()
  const words = useRefusalText()
  const errors = (refusal.errors ?? []).map(({ path, message, params }) => ({ path, key: `${path} ${message}`, said: t(message, params) }))
  const isAlone = (said: string) => errors.filter((other) => other.said === said).length === 1
  return (
    <Notice kind="refusal">
      <p>{words(refusal)}</p>
      {errors.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {errors.map(({ path, key, said }) => (
            <li key={key}>
              {fieldId ? (
                <a href={`#${fieldId(path)}`} className="underline underline-offset-4">
                  {isAlone(said) ? said : <FieldLabel of={fieldId(path)}>{said}</FieldLabel>}
                </a>
              ) : (
                said
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
