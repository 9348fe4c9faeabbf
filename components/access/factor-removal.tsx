import { useLocale, useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { ask, decide } from "@/lib/access/actions/administration"
import type { SecondFactor } from "@/lib/access/queries/second-factor"
import { mayDecideRemoval } from "@/lib/access/policy"
import { factorsOf } from "@/lib/access/rules"
import type { Actor, Text } from "@/lib/platform/actor"
import { textIn } from "@/lib/platform/i18n/text"

type Wish = { id: string; personId: string; reason: string; requestedBy: string; asker: Text | null }
type RemovalProps = { personId: string; factor: SecondFactor & { removal: Wish | null }; actor: Actor }

/** A person's second factor as administrators see it, and its removal: one asks, another one does it. */
export function FactorRemoval({ personId, factor, actor }: RemovalProps) {
  const t = useTranslations("access.administration")
  const stands = factorsOf(factor) > 0
  return (
    <Section title={t("factor")} lead={stands ? t("removalLead") : undefined}>
      <p className="text-sm">
        {stands ? t("factorOn", { app: factor.code ? "yes" : "no", passkeys: factor.passkeys.length, count: factor.recoveryCodes }) : t("factorOff")} {factor.needed && t("factorNeeded")}
      </p>
      {factor.removal ? (
        <Decision wish={factor.removal} actor={actor} />
      ) : (
        stands && (
          <FormShell action={ask} hidden={{ personId }} label={t("ask")} className="max-w-xl space-y-3">
            <Field name="reason" label={t("removalReason")} required>
              <TextArea rows={2} />
            </Field>
            <Submit variant="plain" verdict={mayDecideRemoval(actor, { personId, requestedBy: null })}>{t("ask")}</Submit>
          </FormShell>
        )
      )}
    </Section>
  )
}

function Decision({ wish, actor }: { wish: Wish; actor: Actor }) {
  const t = useTranslations("access.administration")
  const locale = useLocale()
  const verdict = mayDecideRemoval(actor, wish)
  return (
    <FormShell action={decide} hidden={{ id: wish.id }} label={t("remove")} className="max-w-xl space-y-3">
      <p className="text-sm">{t("removalBy", { name: wish.asker ? textIn(locale, wish.asker) : "", reason: wish.reason })}</p>
      <p className="text-sm text-ink-soft">{t("removalFollows")}</p>
      <div className="flex flex-wrap items-start gap-3">
        <Submit variant="final" name="decision" value="removed" verdict={verdict}>{t("remove")}</Submit>
        {verdict.allowed && <Submit variant="plain" name="decision" value="declined">{t("decline")}</Submit>}
      </div>
    </FormShell>
  )
}
