import { getTranslations } from "next-intl/server"
import { KindCountsTable, ReconciliationTable } from "@/components/handbook/reconciliation"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { reconciliation } from "@/lib/handbook/queries/reconciliation"
import { requireActor } from "@/lib/platform/session"

/** The figures that the company's own document states, beside those of the edition in force. */
export default async function ReconciliationPage() {
  const actor = await requireActor()
  const [t, view] = [await getTranslations("reconciliation"), await reconciliation(actor)]
  return (
    <Drawn>
      <PageHead title={t("title")} lead={view ? t("lead", { edition: view.edition.number }) : undefined} crumbs={[{ label: t("handbook"), href: "/handbook" }]} />
      {view ? (
        <>
          <Section title={t("stated")}><ReconciliationTable rows={view.rows} /></Section>
          <Section title={t("perKind")} lead={t("perKindLead")}><KindCountsTable kinds={view.kinds} /></Section>
        </>
      ) : <Empty title={t("none")}>{t("noneHint")}</Empty>}
    </Drawn>
  )
}
