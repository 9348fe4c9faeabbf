import { useTranslations } from "next-intl"
import { UseStatus } from "@/components/evidence/status"
import { Link } from "@/components/ui/link"
import { Text } from "@/components/ui/text"
import { PeriodText, Time } from "@/components/ui/time"
import type { RecordVersion } from "@/lib/evidence/queries/record"

/** The obligations that a version was put to, each with its own review. */
export function Uses({ uses }: { uses: RecordVersion["uses"] }) {
  const t = useTranslations("evidence")
  return (
    <ul className="divide-y divide-hairline border-y border-hairline text-sm">
      {uses.map((use) => (
        <li key={use.id} className="py-2">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <Link href={`/evidence/obligations/${use.obligation.id}`}>
              <span className="mr-2 text-ink-soft">{use.point?.code}</span>
              {use.point && <Text text={use.point.title} marked />}
            </Link>
            <PeriodText period={use.obligation.period} />
            <UseStatus status={use.status} newest={use.newest} late={use.late} />
          </p>
          {use.decidedAt && (
            <p className="text-ink-soft">
              {use.decider && <Text text={use.decider} />} · <Time at={use.decidedAt} />
            </p>
          )}
          {use.reason && <p className="border-l-2 border-bad pl-2">{t("record.returnReason")}: {use.reason}</p>}
        </li>
      ))}
    </ul>
  )
}
