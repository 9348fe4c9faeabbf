import { useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { Text } from "@/components/ui/text"
import type { PointPage } from "@/lib/handbook/queries/point"
import { Texts } from "./texts"

/** A point in one glance for who owns it: what, when, what to keep, who. */
export function PointGlance({ page: { content, labels } }: { page: PointPage }) {
  const [t, common] = [useTranslations("handbook.point"), useTranslations("common")]
  return (
    <Facts
      facts={[
        { label: t("what"), value: <span className="block max-w-prose text-base"><Text text={content.description} marked /></span>, wide: true },
        { label: t("when"), value: common(`frequencies.${content.frequency}`) },
        { label: t("keep"), value: content.evidenceKinds.map((kind) => common(`evidenceKinds.${kind}`)).join(" · ") },
        { label: t("who"), value: <><Text text={labels.position(content.ownerPosition)} /> · <Text text={labels.department(content.department)} /></> },
      ]}
    />
  )
}

/** The rest of what the handbook says of a point. */
export function PointControl({ page: { content, labels, compensating }, query }: { page: PointPage; query: string }) {
  const [t, common] = [useTranslations("handbook.point"), useTranslations("common")]
  const { review } = content
  return (
    <Facts
      facts={[
        { label: t("objective"), value: <Text text={content.objective} marked />, wide: true },
        { label: t("risk"), value: <Text text={content.risk} marked />, wide: true },
        { label: t("assertions"), value: content.assertions.map((one) => common(`assertions.${one}`)).join(" · ") || "—" },
        { label: t("accounts"), value: <Texts texts={content.accounts} /> },
        { label: t("component"), value: `${common(`components.${content.component}`)} · ${t("principle", { number: content.principle })}` },
        ...(content.aspect ? [{ label: t("aspect"), value: common(`aspects.${content.aspect}`) }] : []),
        { label: t("effect"), value: common(`effects.${content.effect}`) },
        { label: t("nature"), value: common(`natures.${content.nature}`) },
        { label: t("performing"), value: <Texts texts={content.performingPositions.map(labels.position)} /> },
        { label: t("systems"), value: <Texts texts={content.systems} /> },
        ...content.reports.map(({ name, check }) => ({ label: t("reports"), value: <><Text text={name} marked /><br /><Text text={check} marked /></>, wide: true })),
        ...(review ? [{ label: t("review"), value: <><Text text={review.threshold} marked /><br /><Text text={review.followUp} marked /></>, wide: true }] : []),
        ...(compensating.length > 0 ? [{ label: t("compensating"), value: <ul>{compensating.map(({ id, code, title }) => <li key={id}><Link href={`/handbook/points/${id}${query}`} className="inline-block min-h-6">{code} <Text text={title} /></Link></li>)}</ul>, wide: true }] : []),
        { label: t("regulations"), value: <Texts texts={content.regulations} /> },
        { label: t("provenance"), value: content.provenancePlace ? t("place", { what: t(`provenances.${content.provenance}`), place: content.provenancePlace }) : t(`provenances.${content.provenance}`) },
      ]}
    />
  )
}

/** How a point is tested. */
export function PointTesting({ page: { content } }: { page: PointPage }) {
  const t = useTranslations("handbook.point")
  const { population, procedure, attributes, exception } = content.operatingTest
  return (
    <Facts
      facts={[
        { label: t("design"), value: <Text text={content.designTest} marked />, wide: true },
        { label: t("population"), value: population && <Text text={population} marked />, wide: true },
        { label: t("procedure"), value: procedure && <Text text={procedure} marked />, wide: true },
        { label: t("attributes"), value: <ol>{attributes.map(({ key, text }) => <li key={key}>{key}. <Text text={text} marked /></li>)}</ol>, wide: true },
        { label: t("exception"), value: exception && <Text text={exception} marked />, wide: true },
      ]}
    />
  )
}
