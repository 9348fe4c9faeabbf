import { useTranslations } from "next-intl"
import { CheckboxGroup } from "@/components/ui/choices"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Submit } from "@/components/ui/submit"
import { create, revoke } from "@/lib/access/actions/account"
import type { ShownToken } from "@/lib/access/queries/account"
import { tokenScopes } from "@/lib/access/schema"
import { TokensTable } from "./tokens-table"

/** One's own tokens for the HTTP API: made here, shown once, revoked here. */
export function Tokens({ tokens }: { tokens: ShownToken[] }) {
  const [t, words] = [useTranslations("access.settings"), useTranslations("access.scopes")]
  return (
    <div className="space-y-5">
      <FormShell action={revoke} label={t("revoke")} className="space-y-0">
        <TokensTable tokens={tokens} empty={<Empty title={t("noTokens")}>{t("noTokensHint")}</Empty>} />
      </FormShell>
      <FormShell action={create} label={t("create")} className="space-y-3">
        <div className="grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_10rem]">
          <Field name="name" label={t("tokenName")} required>
            <Input maxLength={80} />
          </Field>
          <Field name="days" label={t("tokenDays")} required>
            <Input type="number" min={1} max={366} defaultValue={90} />
          </Field>
        </div>
        <Field name="scopes" label={t("scopes")} group required>
          <CheckboxGroup choices={tokenScopes.map((value) => ({ value, label: words(value) }))} defaultValue={["read"]} />
        </Field>
        <Submit variant="plain">{t("create")}</Submit>
      </FormShell>
    </div>
  )
}
