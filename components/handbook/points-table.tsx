import { useLocale, useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { type Address } from "@/components/ui/address"
import { Link } from "@/components/ui/link"
import { MarkedText } from "@/components/ui/marked-text"
import { PointExcerpt } from "./point-excerpt"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { Labels } from "@/lib/handbook/queries/labels"
import type { ListedPoint } from "@/lib/handbook/queries/list"
import { marked } from "@/lib/handbook/rules/search"
import { lacksEnglish, textIn } from "@/lib/platform/i18n/text"

type Props = { points: ListedPoint[]; labels: Labels; caption: string; edition?: string; address?: Address; withOwner?: boolean; empty?: ReactNode; search?: string }

/** Control points: code, title, when, who. */
export function PointsTable({ points, labels, caption, edition, address, withOwner = false, empty, search = "" }: Props) {
  const [t, common] = [useTranslations("handbook.node"), useTranslations("common")]
  const list = useTranslations("handbook.list")
  const locale = useLocale()
  const query = edition ? `?edition=${edition}` : ""
  const hasAspects = points.some(({ aspect }) => aspect)
  return (
    <Table
      caption={caption}
      captionHidden
      rows={points}
      rowKey={(point) => point.id}
      address={address}
      empty={empty}
      columns={[
        { key: "code", header: common("words.code"), className: "whitespace-nowrap", cell: (point) => <MarkedText pieces={marked(point.code, search)} /> },
        { key: "title", header: list("title2"), rowHeader: true, className: "min-w-44", cell: (point) => <><Link href={`/handbook/points/${point.id}${query}`}>{lacksEnglish(locale, point.title) ? <Text text={point.title} marked /> : <MarkedText pieces={marked(textIn(locale, point.title), search)} />}</Link>{search !== "" && <PointExcerpt point={point} search={search} />}</> },
        ...(hasAspects ? [{ key: "aspect", header: t("aspect"), cell: (point: ListedPoint) => point.aspect && common(`aspects.${point.aspect}`) }] : []),
        { key: "frequency", header: t("frequency"), className: "whitespace-nowrap", cell: (point) => common(`frequencies.${point.frequency}`) },
        { key: "nature", header: t("nature"), cell: (point) => common(`natures.${point.nature}`) },
        { key: "position", header: t("owner"), className: "min-w-32", cell: (point) => <Text text={labels.position(point.ownerPosition)} /> },
        ...(withOwner ? [{ key: "owner", header: list("owner"), cell: (point: ListedPoint) => point.owner && <Text text={point.owner.name} /> }] : []),
      ]}
    />
  )
}
