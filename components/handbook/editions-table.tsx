import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import type { ShownEdition } from "@/lib/handbook/queries/editions"
import type { ShownImport } from "@/lib/handbook/queries/imports"
import { EditionStatus } from "./edition-status"

export function EditionsTable({ editions, inForce }: { editions: ShownEdition[]; inForce: string | undefined }) {
  const t = useTranslations("handbook.page")
  return (
    <Table
      caption={t("editions")}
      captionHidden
      rows={editions}
      rowKey={(edition) => edition.id}
      columns={[
        { key: "number", header: t("code"), rowHeader: true, cell: (edition) => <Link href={`/handbook/editions/${edition.id}`}>{edition.number}</Link> },
        { key: "title", header: t("name"), className: "min-w-40", cell: (edition) => <Text text={{ zh: edition.titleZh, en: edition.titleEn || null }} marked /> },
        { key: "status", header: t("status"), cell: (edition) => <EditionStatus status={edition.status} inForce={edition.id === inForce} /> },
        { key: "from", header: t("effectiveFrom"), cell: (edition) => edition.effectiveFrom && <DateText day={edition.effectiveFrom} form="short" /> },
        { key: "drafted", header: t("drafted"), cell: (edition) => <Time at={edition.draftedAt} /> },
        { key: "published", header: t("published"), cell: (edition) => edition.publishedAt && <Time at={edition.publishedAt} /> },
      ]}
    />
  )
}

export function ImportsTable({ imports }: { imports: ShownImport[] }) {
  const t = useTranslations("handbook.page")
  return (
    <Table
      caption={t("imports")}
      captionHidden
      rows={imports}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", header: t("file"), rowHeader: true, className: "min-w-40", cell: (row) => <Link href={`/handbook/imports/${row.id}`} className="break-all">{row.name}</Link> },
        { key: "at", header: t("uploaded"), cell: (row) => <Time at={row.uploadedAt} /> },
        { key: "into", header: t("into"), cell: (row) => (row.confirmedAt && row.edition ? <Link href={`/handbook/editions/${row.edition.id}`}>{row.edition.number}</Link> : t("waiting")) },
      ]}
    />
  )
}
