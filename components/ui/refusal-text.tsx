import { useFormatter, useTranslations } from "next-intl"
import { type Refusal } from "@/lib/platform/refusal"

/** Turns a refusal into words: its own message, or that of its code; and who could do it. */
export function useRefusalText() {
  const t = useTranslations()
  const format = useFormatter()
  return ({ code, message, params, who = [] }: Refusal): string => {
    const key = message && t.has(message) ? message : `common.refusals.${code}`
    const roles = who.map((role) => (t.has(`common.roles.${role}`) ? t(`common.roles.${role}`) : role))
    const named = roles.length > 0 ? format.list(roles, "or") : t("common.refusals.somebodyElse")
    const text = t(key, { ...params, who: named })
    const says = String(t.raw(key)).includes("{who")
    return roles.length > 0 && !says ? t("common.refusals.andWho", { text, who: named }) : text
  }
}

export function RefusalText({ refusal }: { refusal: Refusal }) {
  return <>{useRefusalText()(refusal)}</>
}
