import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { ShownToken } from "@/lib/access/queries/account"

const tones = { active: "good", revoked: "neutral", expired: "neutral" } as const

/** Tokens with what they are good for, until when, and when they were last used; each active one has its button, in the form around it. */
export function TokensTable({ tokens, empty }: { tokens: ShownToken[]; empty: ReactNode }) {
  const [t, scopes] = [useTranslations("access.settings"), useTranslations("access.scopes")]
  return (
    <Table
      caption={t("tokens")}
      captionHidden
      rows={tokens}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        { key: "name", header: t("tokenName"), rowHeader: true, cell: (row) => row.name },
        { key: "state", header: t("tokenState"), cell: (row) => <Status tone={tones[row.standing]}>{t(row.standing)}</Status> },
        { key: "scopes", header: t("scopes"), cell: (row) => <ul>{row.scopes.map((scope) => <li key={scope}>{scopes(scope)}</li>)}</ul> },
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
  )
}
