import { useFormatter, useTranslations } from "next-intl"
import { Due } from "@/components/evidence/due"
import { ObligationStatusText } from "@/components/evidence/status"
import { Empty } from "@/components/ui/empty"
import { ButtonLink, Link } from "@/components/ui/link"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import type { DueObligation } from "@/lib/evidence/queries/work"

/** What an owner owes, soonest first, as large targets for a thumb: what, when, what to keep. */
export function DueList({ items, today }: { items: DueObligation[]; today: string }) {
  const t = useTranslations("evidence.home")
  const kinds = useTranslations("common.evidenceKinds")
  const owes = useTranslations("evidence.kinds")
  const format = useFormatter()
  if (items.length === 0) return <Empty title={t("nothingDue")}>{t("nothingDueHint")}</Empty>
  return (
    <ul className="divide-y divide-hairline border-y border-line bg-sheet">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-3 py-3 sm:flex-nowrap">
          <div className="min-w-0 grow basis-full sm:basis-0">
            <p className="font-medium">
              <span className="mr-2 font-normal text-ink-soft">{item.code}</span>
              <Link href={`/evidence/obligations/${item.id}`}><Text text={item.title} marked /></Link>
            </p>
            <p className="text-sm text-ink-soft">
              <PeriodText period={item.period} /> · {owes(item.kind)}{item.forWhom && <> · <span className="font-medium text-ink">{t.rich("forWhom", { name: () => item.forWhom && <Text text={item.forWhom} /> })}</span></>}
              {item.evidenceKinds.length > 0 && <> · {t("keep", { kinds: format.list(item.evidenceKinds.map((kind) => (kinds.has(kind) ? kinds(kind) : kind))) })}</>}
            </p>
          </div>
          <div className="text-sm"><ObligationStatusText status={item.status} /></div>
          <div className="text-sm"><Due on={item.dueOn} today={today} open /></div>
          <ButtonLink href={item.status === "returned" && item.recordId ? `/evidence/records/${item.recordId}` : `/evidence/obligations/${item.id}#log`} variant="primary" className="ml-auto">
            {t(item.status === "returned" ? "fix" : "log")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
