import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { DateText } from "@/components/ui/time"
import type { ListedBorrowing } from "@/lib/borrowings/queries/borrowings"

/** Who is lent today, for which papers, until when; nothing where nobody is. */
export function BorrowedTesters({ borrowed }: { borrowed: readonly ListedBorrowing[] }) {
  const t = useTranslations("borrowings")
  if (borrowed.length === 0) return null
  return (
    <Section title={t("matrix")} lead={t("matrixLead")}>
      <Table
        caption={t("matrix")}
        captionHidden
        rows={borrowed}
        rowKey={({ id }) => id}
        columns={[
          { key: "person", header: t("person"), rowHeader: true, className: "whitespace-nowrap", cell: ({ person }) => person && <Text text={person} /> },
          { key: "home", header: t("home"), cell: ({ home }) => home && <Text text={home} /> },
          { key: "unit", header: t("unit"), cell: ({ unit }) => unit && <Text text={unit} /> },
          { key: "papers", header: t("papers"), className: "min-w-40", cell: ({ papers }) => papers.map(({ code }) => code).join(", ") },
          { key: "lastDay", header: t("lastDay"), cell: ({ lastDay }) => <DateText day={lastDay} form="short" /> },
          { key: "number", header: t("number"), className: "whitespace-nowrap", cell: ({ number }) => <Link href="/borrowings">{number}</Link> },
        ]}
      />
    </Section>
  )
}
