import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import type { UnitImpact } from "@/lib/handbook/queries/impact"
import type { Labels } from "@/lib/handbook/queries/labels"
import type { PlacedPoint } from "@/lib/handbook/rules/impact"
import { textIn } from "@/lib/platform/i18n/text"

/** What the edition means for each plant: points that come and go, and those that change hands. */
export function ImpactTables({ impacts, labels, edition }: { impacts: UnitImpact[]; labels: Labels; edition: string }) {
  const [t, common, format, locale] = [useTranslations("handbook.impact"), useTranslations("common"), useFormatter(), useLocale()]
  return (
    <div className="space-y-4">
      <Table
        caption={t("title")}
        captionHidden
        rows={impacts}
        rowKey={({ unit }) => unit.id}
        columns={[
          { key: "unit", header: common("words.unit"), rowHeader: true, cell: ({ unit }) => textIn(locale, unit.name) },
          { key: "added", header: t("added"), align: "end", cell: ({ added }) => format.number(added.length) },
          { key: "removed", header: t("removed"), align: "end", cell: ({ removed }) => format.number(removed.length) },
          { key: "moved", header: t("moved"), align: "end", cell: ({ moved }) => format.number(moved.length) },
          { key: "unowned", header: t("unowned"), align: "end", cell: ({ unowned }) => format.number(unowned) },
        ]}
      />
      {impacts.filter(({ added, removed, moved }) => added.length + removed.length + moved.length > 0).map((impact) => (
        <details key={impact.unit.id} className="border-y border-hairline">
          <summary className="min-h-8 cursor-pointer py-1 text-sm font-medium">{t("ofUnit", { unit: textIn(locale, impact.unit.name) })}</summary>
          <dl className="space-y-3 py-2 text-sm">
            {impact.moved.length > 0 && (
              <div>
                <dt className="text-ink-soft">{t("moved")}</dt>
                {impact.moved.map(({ point, from, ownerId }) => (
                  <dd key={point.pointId}>
                    <PointLink point={point} edition={edition} />: {textIn(locale, labels.position(from))} → {textIn(locale, labels.position(point.ownerPosition))}
                    {ownerId && impact.names.has(ownerId) && ` (${t("now", { name: textIn(locale, impact.names.get(ownerId) ?? { zh: "", en: null }) })})`}
                  </dd>
                ))}
              </div>
            )}
            <Points label={t("added")} points={impact.added} edition={edition} />
            <Points label={t("removed")} points={impact.removed} />
          </dl>
        </details>
      ))}
    </div>
  )
}

function Points({ label, points, edition }: { label: string; points: PlacedPoint[]; edition?: string }) {
  if (points.length === 0) return null
  return <div><dt className="text-ink-soft">{label}</dt>{points.map((point) => <dd key={point.pointId}><PointLink point={point} edition={edition} /></dd>)}</div>
}

function PointLink({ point, edition }: { point: PlacedPoint; edition?: string }) {
  const locale = useLocale()
  return <Link href={`/handbook/points/${point.pointId}${edition ? `?edition=${edition}` : ""}`}>{point.code} {textIn(locale, { zh: point.titleZh, en: point.titleEn })}</Link>
}
