import { useTranslations } from "next-intl"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { create, revoke } from "@/lib/access/actions/account"
import type { OwnToken } from "@/lib/access/queries/account"

const tones = { active: "good", revoked: "neutral", expired: "neutral" } as const

/** One's own tokens for the HTTP API: made here, shown once, revoked here. */
export function Tokens({ tokens }: { tokens: OwnToken[] }) {
  const t = useTranslations("access.settings")
  return (
    <div className="space-y-5">
      <FormShell action={revoke} label={t("revoke")} className="space-y-0">
        <Table
          caption={t("tokens")}
          captionHidden
          rows={tokens}
          rowKey={(row) => row.id}
          empty={<Empty title={t("noTokens")}>{t("noTokensHint")}</Empty>}
          columns={[
            { key: "name", header: t("tokenName"), rowHeader: true, cell: (row) => row.name },
            { key: "state", header: t("active"), cell: (row) => <Status tone={tones[row.standing]}>{t(row.standing)}</Status> },
            { key: "created", header: t("created"), cell: (row) => <Time at={row.createdAt} /> },
            { key: "expires", header: t("expires"), cell: (row) => row.expiresAt && <Time at={row.expiresAt} /> },
            { key: "used", header: t("lastUsed"), cell: (row) => (row.lastUsedAt ? <Time at={row.lastUsedAt} /> : t("never")) },
            {
              key: "revoke",
              header: <span className="sr-only">{t("revoke")}</span>,
              cell: (row) => row.standing === "active" && <Submit variant="plain" name="id" value={row.id} aria-label={`${t("revoke")} ${row.name}`}>{t("revoke")}</Submit>,
            },
          ]}
        />
      </FormShell>
      <FormShell action={create} label={t("create")} className="space-y-3">
        <div className="grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_10rem_auto]">
          <Field name="name" label={t("tokenName")} required>
            <Input maxLength={80} />
          </Field>
          <Field name="days" label={t("tokenDays")} required>
            <Input type="number" min={1} max={366} defaultValue={90} />
          </Field>
          <Submit variant="plain">{t("create")}</Submit>
        </div>
      </FormShell>
    </div>
  )
}
