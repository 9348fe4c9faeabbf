import { useTranslations } from "next-intl"
import { NewPasskey } from "@/components/access/passkey-button"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { drop } from "@/lib/access/actions/passkeys"
import type { SecondFactor } from "@/lib/access/queries/second-factor"

/** One's passkeys: the devices that sign in by themselves, each given up with the password. */
export function Passkeys({ passkeys }: { passkeys: SecondFactor["passkeys"] }) {
  const t = useTranslations("access.passkeys")
  return (
    <Section title={t("title")} lead={t("lead")}>
      {passkeys.length > 0 && (
        <FormShell action={drop} label={t("drop")} className="space-y-4">
          <Table
            caption={t("title")}
            captionHidden
            rows={passkeys}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: t("name"), rowHeader: true, cell: (row) => row.name },
              { key: "created", header: t("created"), cell: (row) => <Time at={row.createdAt} /> },
              { key: "used", header: t("used"), cell: (row) => (row.lastUsedAt ? <Time at={row.lastUsedAt} /> : t("never")) },
              {
                key: "drop",
                header: <span className="sr-only">{t("drop")}</span>,
                cell: (row) => <Submit variant="plain" name="id" value={row.id} aria-label={`${t("drop")} ${row.name}`}>{t("drop")}</Submit>,
              },
            ]}
          />
          <Field name="currentPassword" label={t("password")} hint={t("passwordHint")} required className="max-w-md">
            <Input type="password" autoComplete="current-password" />
          </Field>
        </FormShell>
      )}
      <AddPasskey />
    </Section>
  )
}

/** A name and the button that makes a passkey on this device. */
export function AddPasskey() {
  const t = useTranslations("access.passkeys")
  return (
    <NewPasskey label={t("add")}>
      <Field name="name" label={t("name")} hint={t("nameHint")} required>
        <Input maxLength={80} defaultValue={t("thisDevice")} />
      </Field>
    </NewPasskey>
  )
}
