import "./compendium.css"
import { useLocale, useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import type { Compendium, CompendiumElement } from "@/lib/handbook/queries/compendium"
import { aspects } from "@/lib/handbook/schema/values"
import { textIn } from "@/lib/platform/i18n/text"

type Point = CompendiumElement["points"][number]

/** One soft element: its points under their aspects, each with how it is tested. */
export function ElementTests({ element, labels }: { element: CompendiumElement; labels: Compendium["labels"] }) {
  const [t, common, locale] = [useTranslations("compendium"), useTranslations("common.aspects"), useLocale()]
  const groups = [...aspects, null].map((aspect) => ({ aspect, points: element.points.filter((point) => point.aspect === aspect) })).filter(({ points }) => points.length > 0)
  return (
    <Section id={`e${element.code}`} title={`${element.code} ${textIn(locale, element.title)}`} lead={t("points", { count: element.points.length })}>
      <div className="compendium space-y-6 print:space-y-2">
        {groups.map(({ aspect, points }) => (
          <div key={aspect ?? "none"} className="space-y-4 print:space-y-2">
            {aspect && <h3 className="break-after-avoid border-b border-line pb-1 font-medium">{common(aspect)}</h3>}
            {points.map((point) => <PointTest key={point.code} point={point} labels={labels} />)}
          </div>
        ))}
      </div>
    </Section>
  )
}

function PointTest({ point, labels }: { point: Point; labels: Compendium["labels"] }) {
  const [t, common] = [useTranslations("compendium.columns"), useTranslations("common")]
  const { population, procedure, attributes, exception } = point.operatingTest
  return (
    <article>
      <h4 className="break-after-avoid font-semibold"><Link href={`/handbook/points/${point.pointId}`}>{point.code}</Link> <Text text={point.title} marked /></h4>
      <Facts
        facts={[
          { label: t("description"), value: <Text text={point.description} marked />, wide: true },
          { label: t("owner"), value: <Text text={labels.position(point.ownerPosition)} /> },
          { label: t("frequency"), value: common(`frequencies.${point.frequency}`) },
          { label: t("evidence"), value: point.evidenceKinds.map((kind) => common(`evidenceKinds.${kind}`)).join(" · ") },
          { label: t("population"), value: population && <Text text={population} marked />, wide: true },
          { label: t("procedure"), value: procedure && <Text text={procedure} marked />, wide: true },
          { label: t("attributes"), value: <ol>{attributes.map(({ key, text }) => <li key={key}>{key}. <Text text={text} marked /></li>)}</ol>, wide: true },
          { label: t("exception"), value: exception && <Text text={exception} marked />, wide: true },
        ]}
      />
    </article>
  )
}
