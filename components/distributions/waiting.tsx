import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { DateText } from "@/components/ui/time"
import type { Day } from "@/lib/platform/days"

/** A word on the first page that lists of control points wait to be confirmed. */
export function WaitingLists({ lists, dueOn }: { lists: number; dueOn: Day }) {
  const t = useTranslations("distributions")
  return (
    <div className="pt-6">
      <Notice kind="warning" title={t("waiting")}>
        <p className="pb-3">{t.rich("waitingText", { count: lists, due: () => <DateText day={dueOn} /> })}</p>
        <ButtonLink href="/distributions/mine">{t("waitingOpen")}</ButtonLink>
      </Notice>
    </div>
  )
}
