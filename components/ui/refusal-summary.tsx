import { useTranslations } from "next-intl"
import { type Refusal } from "@/lib/platform/refusal"
import { Notice } from "./notice"
import { useRefusalText } from "./refusal-text"

/** A refusal above its form: what happened, who could do it, and a link to each field that needs mending. */
export function RefusalSummary({ refusal, fieldId }: { refusal: Refusal; fieldId?: (path: string) => string }) {
  const t = useTranslations()
  const words = useRefusalText()
  return (
    <Notice kind="refusal">
      <p>{words(refusal)}</p>
      {refusal.errors && refusal.errors.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {refusal.errors.map(({ path, message, params }) => (
            <li key={`${path} ${message}`}>
              {fieldId ? (
                <a href={`#${fieldId(path)}`} className="underline underline-offset-4">
                  {t(message, params)}
                </a>
              ) : (
                t(message, params)
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
