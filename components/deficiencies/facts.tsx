import { useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Link } from "@/components/ui/link"
import { Text } from "@/components/ui/text"
import { DateText, PeriodText } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { remedyOf } from "@/lib/deficiencies/rules/remedy"
import { PersonName } from "./person"
import { GradeText } from "./status"

export function DeficiencyFacts({ view }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies")
  const words = useTranslations("common")
  const { record, deficiency, names } = view
  const { cause } = deficiency
  return (
    <Facts
      facts={[
        { label: t("columns.unit"), value: view.unit && <Text text={view.unit.name} /> },
        { label: t("columns.quarter"), value: <PeriodText period={record.quarter} /> },
        { label: t("columns.kind"), value: `${t(`kinds.${record.kind}`)} · ${record.financialReporting ? t("page.financial") : t("page.nonFinancial")}` },
        { label: t("columns.point"), value: <>{record.pointCode} {view.heading && <Text text={view.heading.title} marked />}</> },
        { label: t("columns.node"), value: <>{record.nodeCode} {view.heading && <Text text={view.heading.nodeTitle} marked />}</> },
        { label: t("page.frequency"), value: `${words(`frequencies.${record.frequency}`)} · ${words(`natures.${record.nature}`)}` },
        { label: t("columns.owner"), value: <PersonName names={names} id={record.ownerPersonId} /> },
        { label: t("page.department"), value: view.department && <Text text={view.department.name} /> },
        { label: t("columns.source"), value: t(`sources.${record.source}`) },
        { label: t("columns.grade"), value: <GradeText grade={deficiency.grade} /> },
        { label: t("columns.cause"), value: cause && `${t(`causes.${cause}`)} → ${t(`remedies.${remedyOf(cause)}`)}` },
        { label: t("columns.remediator"), value: record.remediatorPersonId && <PersonName names={names} id={record.remediatorPersonId} /> },
        { label: t("columns.due"), value: deficiency.planDueOn && <DateText day={deficiency.planDueOn} /> },
        { label: t("page.confirmBy"), value: <><DateText day={deficiency.confirmBy} /> <span className="text-ink-soft">{t("page.confirmHint")}</span></> },
        { label: t("page.firstTester"), value: record.firstTesterPersonId && <PersonName names={names} id={record.firstTesterPersonId} /> },
        ...(deficiency.acceptedUntil ? [{ label: t("page.acceptedUntil"), value: <DateText day={deficiency.acceptedUntil} /> }] : []),
        ...(view.related.predecessor ? [{ label: t("page.predecessor"), value: <Link href={`/deficiencies/${view.related.predecessor.id}`}>{view.related.predecessor.number}</Link> }] : []),
        ...(view.related.successors.length > 0 ? [{ label: t("page.successors"), value: view.related.successors.map((one) => <Link key={one.id} href={`/deficiencies/${one.id}`} className="mr-3">{one.number}</Link>) }] : []),
        { label: t("page.found"), value: record.description, wide: true },
      ]}
    />
  )
}
