import { useTranslations } from "next-intl"
import { NewPasskey } from "@/components/access/passkey-button"
import { Prove, type ProveProps } from "@/components/access/prove"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Input } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { drop } from "@/lib/access/actions/passkeys"
import type { SecondFactor } from "@/lib/access/queries/second-factor"

/** One's passkeys: the devices that sign in by themselves; one proves who one is to add or give up one. */
export function Passkeys({ passkeys, prove }: { passkeys: SecondFactor["passkeys"]; prove: ProveProps }) {
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
          <Prove {...prove} />
        </FormShell>
      )}
      <AddPasskey prove={prove} />
    </Section>
  )
}

/** A name and the button that makes a passkey on this device; in an open session one `prove`s first who one is. */
export function AddPasskey({ prove }: { prove?: ProveProps }) {
  const t = useTranslations("access.passkeys")
  return (
    <NewPasskey label={t("add")}>
      <Field name="name" label={t("name")} hint={t("nameHint")} required>
        <Input maxLength={80} defaultValue={t("thisDevice")} />
      </Field>
      {prove && <Prove {...prove} />}
    </NewPasskey>
  )
}
