import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Status } from "@/components/ui/status"
import { type Column, Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import type { Desk } from "@/lib/assessments/queries/desk"
import type { SampleRow } from "@/lib/assessments/queries/paper"
import { evidenceKey } from "@/lib/assessments/rules/judged"
import { tests } from "./act"

const tones = { met: "good", "not-met": "bad" } as const

/** Samples by attributes: each judged; each sample leads to its evidence and to the form that judges it. */
export function SampleMatrix({ desk }: { desk: Desk }) {
  const t = useTranslations("assessments.paper")
  const path = `/assessments/${desk.paper.assessmentId}/tests/${desk.paper.id}`
  const keys = [evidenceKey, ...desk.attributes.map(({ key }) => key)]
  const judges = tests(desk, "judge-sample")
  const columns: Column<SampleRow>[] = [
    { key: "ordinal", header: t("sampleNumber"), rowHeader: true, cell: (sample) => judges ? <Link href={`${path}?sample=${sample.id}#sample`}>{sample.ordinal}</Link> : sample.ordinal },
    { key: "item", header: t("item"), className: "min-w-48", cell: (sample) => <Item desk={desk} sample={sample} /> },
    ...keys.map((key): Column<SampleRow> => ({ key, header: key === evidenceKey ? t("evidence") : key, cell: (sample) => <Outcome sample={sample} name={key} /> })),
    { key: "exception", header: t("exception"), className: "min-w-40", cell: (sample) => <Exception sample={sample} /> },
  ]
  return <Table caption={t("matrix")} captionHidden rows={desk.present.samples} rowKey={(sample) => sample.id} columns={columns} />
}

function Item({ desk, sample }: { desk: Desk; sample: SampleRow }) {
  const record = sample.item.versionId ? desk.records.get(sample.item.versionId) : undefined
  return (
    <>
      {record ? <Link href={`/evidence/records/${record.recordId}`}>{sample.item.label}</Link> : sample.item.label}
      {sample.item.servedOn && <span className="block text-xs text-ink-soft"><DateText day={sample.item.servedOn} form="short" /></span>}
    </>
  )
}

function Outcome({ sample, name }: { sample: SampleRow; name: string }) {
  const t = useTranslations("assessments.outcomes")
  const judgement = sample.judgements.find(({ key }) => key === name)
  if (!judgement) return <span className="text-ink-soft">—</span>
  const word = name === evidenceKey ? `evidence-${judgement.outcome}` : judgement.outcome
  return (
    <>
      <Status tone={judgement.outcome === "met" || judgement.outcome === "not-met" ? tones[judgement.outcome] : "neutral"}>{t(word)}</Status>
      {judgement.note && <span className="block text-xs text-ink-soft">{judgement.note}</span>}
    </>
  )
}

function Exception({ sample }: { sample: SampleRow }) {
  const t = useTranslations("assessments.exceptions")
  if (!sample.judgements.some(({ outcome }) => outcome === "not-met")) return <>—</>
  if (!sample.exception) return <Status tone="late">{t("undecided")}</Status>
  return (
    <>
      <Status tone={sample.exception.deviation ? "bad" : "neutral"}>{t(sample.exception.nature ?? "none")}</Status>
      <span className="block text-xs text-ink-soft">{sample.exception.reason}</span>
    </>
  )
}
