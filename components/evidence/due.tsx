import { useTranslations } from "next-intl"
import { DateText } from "@/components/ui/time"
import { type Day, daysBetween } from "@/lib/platform/days"

/** A due day, and how far it is off while something is still owed. */
export function Due({ on, today, open }: { on: Day; today: Day; open: boolean }) {
  const t = useTranslations("evidence.due")
  const days = daysBetween(today, on)
  return (
    <span>
      <DateText day={on} form="short" />
      {open && (
        <span className={`block text-xs ${days < 0 ? "font-medium text-late" : "text-ink-soft"}`}>
          {days === 0 ? t("today") : days > 0 ? t("left", { days }) : t("late", { days: -days })}
        </span>
      )}
    </span>
  )
}
