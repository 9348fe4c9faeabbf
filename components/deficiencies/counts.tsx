import { useTranslations } from "next-intl"
import { type Address, withQuery } from "@/components/ui/address"
import { Figure, Figures } from "@/components/ui/figure"
import { Link } from "@/components/ui/link"
import type { Reconciliation } from "@/lib/deficiencies/rules/standing"

const cleared = { status: undefined, overdue: undefined, age: undefined, grade: undefined, cursor: undefined }

/** Raised = closed + withdrawn + open, each number a link to what it counts. */
export function ReconciliationFigures({ counts, overdue, address }: { counts: Reconciliation; overdue: number; address: Address }) {
  const t = useTranslations("deficiencies.counts")
  const to = (change: Record<string, string>) => withQuery(address, { ...cleared, ...change })
  return (
    <>
      <Figures>
        <Figure label={t("raised")} value={counts.raised} href={to({})} />
        <Figure label={t("closed")} value={counts.closed} href={to({ status: "closed" })} />
        <Figure label={t("withdrawn")} value={counts.withdrawn} href={to({ status: "withdrawn" })} />
        <Figure
          label={t("open")}
          value={counts.open}
          href={to({ status: "open" })}
          note={counts.accepted > 0 && <Link href={to({ status: "accepted" })}>{t("accepted")} {counts.accepted}</Link>}
        />
        <Figure label={t("overdue")} value={overdue} href={to({ overdue: "yes" })} alert />
      </Figures>
      <p className="text-sm text-ink-soft">{t("equation", { raised: counts.raised, closed: counts.closed, withdrawn: counts.withdrawn, open: counts.open })}</p>
    </>
  )
}
