import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import type { Principal } from "@/lib/units/queries/deputies"

/** For whom the reader acts these days, and what that is good for. */
export function ActingFor({ principals }: { principals: readonly Principal[] }) {
  const t = useTranslations("units.deputies")
  if (principals.length === 0) return null
  return (
    <div className="pt-6">
      <Notice kind="info" title={t("acting")}>
        <ul>
          {principals.map(({ id, name, lastDay }) => <li key={id}>{t.rich("actingFor", { name: () => name && <Text text={name} />, until: () => <DateText day={lastDay} /> })}</li>)}
        </ul>
        <p className="text-ink-soft">{t("limits")}</p>
      </Notice>
    </div>
  )
}
