import { useLocale, useTranslations } from "next-intl"
import { BulkBar } from "@/components/ui/bulk-bar"
import { Field } from "@/components/ui/field"
import { FormShell } from "@/components/ui/form-shell"
import { Link } from "@/components/ui/link"
import { Select, type Option } from "@/components/ui/select"
import { Status } from "@/components/ui/status"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { divide } from "@/lib/handovers/actions"
import type { HandoverPage, PartingLine } from "@/lib/handovers/queries/page"
import { textIn } from "@/lib/platform/i18n/text"

type ItemsProps = { page: HandoverPage; people: Option[]; dividing: boolean }

/** Everything that passes on and to whom; ticked items go to one person while it is not handed over. */
export function Items({ page, people, dividing }: ItemsProps) {
  const [t, common, locale] = [useTranslations("handovers"), useTranslations("common.forms"), useLocale()]
  const name = (id: string) => {
    const known = page.names.get(id)
    return known ? textIn(locale, known) : ""
  }
  const table = (
    <Table
      caption={t("items")}
      captionHidden
      rows={page.lines}
      rowKey={({ id }) => id}
      selection={dividing ? { name: "itemIds", label: ({ code }) => t("select", { code }) } : undefined}
      columns={[
        { key: "code", header: t("code"), className: "whitespace-nowrap", cell: ({ code, href }) => (href ? <Link href={href}>{code}</Link> : code) },
        { key: "what", header: t("what"), rowHeader: true, className: "min-w-56", cell: ({ title, code }) => (title ? <Text text={title} /> : code) },
        { key: "as", header: t("as"), className: "whitespace-nowrap", cell: ({ kind }) => t(`itemKinds.${kind}`) },
        { key: "owed", header: t("owed"), cell: (line) => <Owed line={line} /> },
        { key: "taker", header: t("taker"), className: "whitespace-nowrap", cell: ({ takerPersonId }) => (takerPersonId ? name(takerPersonId) : <Status tone="late">{t("nobody")}</Status>) },
      ]}
    />
  )
  if (!dividing) return table
  return (
    <FormShell action={divide} hidden={{ id: page.handover.id, version: page.handover.version }} label={t("divide.title")} className="space-y-0">
      {table}
      <BulkBar>
        <Field name="takerPersonId" label={t("taker")} required className="w-full sm:w-auto"><Select options={people} none={common("choose")} /></Field>
        <Submit>{t("divide.button")}</Submit>
        <p className="basis-full text-sm text-ink-soft">{t("divide.rest")}</p>
      </BulkBar>
    </FormShell>
  )
}

function Owed({ line }: { line: PartingLine }) {
  const t = useTranslations("handovers")
  return line.owed ? t("owedText", line.owed) : null
}
