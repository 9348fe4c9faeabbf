import { useTranslations } from "next-intl"
import { type Refusal } from "@/lib/platform/refusal"
import { FieldLabel } from "./field-label"
import { Notice } from "./notice"
import { useRefusalText } from "./refusal-text"

const signedOut = "common.refusals.unauthenticated"

/** A refusal above its form: what happened, who could do it, and a link to each field that needs mending; named where the line alone does not say of what. */
export function RefusalSummary({ refusal, fieldId }: { refusal: Refusal; fieldId?: (path: string) => string }) {
  const t = useTranslations()
  const words = useRefusalText()
  const errors = (refusal.errors ?? []).map(({ path, message, params }) => ({ path, key: `${path} ${message}`, isCommon: message.startsWith("common."), said: t(message, params) }))
  const isPlain = ({ said, isCommon }: (typeof errors)[number]) => !isCommon && errors.filter((other) => other.said === said).length === 1
  return (
    <Notice kind="refusal">
      <p>{words(refusal)}</p>
      {refusal.message === signedOut && (
        <p>
          <a href="/sign-in" target="_blank" className="underline underline-offset-4">{t("common.forms.signInElsewhere")}</a>
        </p>
      )}
      {errors.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {errors.map((error) => (
            <li key={error.key}>
              {fieldId ? (
                <a href={`#${fieldId(error.path)}`} className="underline underline-offset-4">
                  {isPlain(error) ? error.said : <FieldLabel of={fieldId(error.path)}>{error.said}</FieldLabel>}
                </a>
              ) : (
                error.said
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
