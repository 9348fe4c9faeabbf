import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { DateText } from "@/components/ui/time"
import type { DeficiencyView } from "@/lib/deficiencies/queries/page"
import { Note } from "./note"

/** Each retest with its samples; a sample tied to evidence leads to it. */
export function Retests({ view }: { view: DeficiencyView }) {
  const t = useTranslations("deficiencies.page")
  const { record, names, origin } = view
  if (record.retests.length === 0) return null
  return (
    <Section title={t("retest")}>
      <ul className="text-sm">
        {record.retests.map((retest, index) => (
          <Note key={retest.id} names={names} what={<>{t("ofNumber", { number: index + 1 })} · {t(`outcomes.${retest.outcome ?? "running"}`)}</>} by={retest.testerPersonId} at={retest.startedAt}>
            {retest.note}
            {retest.samples.length > 0 && (
              <Table
                caption={t("samples")}
                captionHidden
                rows={retest.samples}
                rowKey={(sample) => sample.id}
                columns={[
                  { key: "ordinal", header: t("sampleNo"), align: "end", cell: (sample) => sample.ordinal },
                  { key: "reference", header: t("reference"), rowHeader: true, cell: (sample) => {
                    const evidence = sample.versionId === null ? undefined : origin.retested.get(sample.versionId)
                    return evidence ? <Link href={`/evidence/records/${evidence.id}`}>{sample.reference}</Link> : sample.reference
                  } },
                  { key: "day", header: t("sampleDay"), cell: (sample) => <DateText day={sample.occurredOn} form="short" /> },
                  { key: "result", header: t("result"), cell: (sample) => <Status tone={sample.passed ? "good" : "bad"}>{sample.passed ? t("met") : t("notMet")}</Status> },
                  { key: "note", header: t("note"), cell: (sample) => sample.note ?? "" },
                ]}
              />
            )}
          </Note>
        ))}
      </ul>
    </Section>
  )
}
