import { getTranslations } from "next-intl/server"
import { WaitingTable } from "@/components/evidence/waiting-table"
import { Drawn } from "@/components/ui/drawn"
import { PageHead } from "@/components/ui/page-head"
import { waitingUses } from "@/lib/evidence/queries/waiting"
import { requireActor } from "@/lib/platform/session"

/** Everything that waits for this reviewer, in all units. */
export default async function WaitingPage() {
  const actor = await requireActor()
  const t = await getTranslations("evidence")
  const { items, more } = await waitingUses(actor, undefined, 100)
  return (
    <Drawn>
      <PageHead title={t("waiting.title")} lead={t("waiting.lead")} crumbs={[{ label: t("list.title"), href: "/evidence" }]} />
      <div className="pt-4"><WaitingTable items={items} /></div>
      {more && <p className="py-3 text-sm text-ink-soft">{t("waiting.more")}</p>}
    </Drawn>
  )
}
