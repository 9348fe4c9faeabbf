import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AccessHead } from "@/components/duties/access-head"
import { Drawn } from "@/components/ui/drawn"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { mayReadAccess } from "@/lib/duties/policy"
import { actsByRole } from "@/lib/duties/rules/acts"
import { requireActor } from "@/lib/platform/session"

/** What each role may do, as the policies themselves answer. */
export default async function ActsPage() {
  const actor = await requireActor()
  if (!mayReadAccess(actor).allowed) notFound()
  const [t, words] = [await getTranslations("duties"), await getTranslations("common.roles")]
  return (
    <Drawn>
      <AccessHead current="acts" />
      <Section title={t("actsTitle")} lead={t("actsLead")}>
        <Table
          caption={t("actsTitle")}
          captionHidden
          rows={actsByRole()}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: t("role"), rowHeader: true, className: "whitespace-nowrap", cell: ({ role }) => words(role) },
            { key: "acts", header: t("act"), className: "min-w-96", cell: ({ acts }) => acts.length === 0 ? <span className="text-ink-soft">{t("nothing")}</span> : <ul>{acts.map((act) => <li key={act}>{t(`acts.${act}`)}</li>)}</ul> },
          ]}
        />
      </Section>
    </Drawn>
  )
}
