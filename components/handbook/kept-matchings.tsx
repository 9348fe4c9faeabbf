import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Section } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import { removeMatching } from "@/lib/handbook/actions"
import type { KeptMatching } from "@/lib/handbook/queries/mappings"

/** The matchings that were kept; removing one asks first. */
export function KeptMatchings({ kept }: { kept: KeptMatching[] }) {
  const t = useTranslations("mapping.kept")
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Table
        caption={t("title")}
        captionHidden
        rows={kept}
        rowKey={({ id }) => id}
        empty={<p>{t("none")}</p>}
        columns={[
          { key: "name", header: t("name"), rowHeader: true, className: "min-w-32", cell: ({ name }) => name },
          { key: "columns", header: t("columns"), cell: ({ headings, mapping }) => t("count", { matched: mapping.columns.length, all: headings.length }) },
          { key: "by", header: t("by"), cell: ({ keeper, keptAt }) => <>{keeper && <><Text text={keeper} /> · </>}<Time at={keptAt} /></> },
          { key: "remove", header: t("remove"), cell: ({ id, name, version }) => (
            <details>
              <summary className="py-1 underline decoration-line underline-offset-4">{t("remove")}</summary>
              <FormShell action={removeMatching} label={t("sure", { name })} hidden={{ id, version }} className="pt-1"><Submit variant="plain">{t("sure", { name })}</Submit></FormShell>
            </details>
          ) },
        ]}
      />
    </Section>
  )
}
