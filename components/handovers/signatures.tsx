import { useTranslations } from "next-intl"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import { Time } from "@/components/ui/time"
import type { HandoverPage } from "@/lib/handovers/queries/page"
import { takersOf } from "@/lib/handovers/rules/parting"

/** Whose signatures it takes, and which of them are there: when, by whom, over what. */
export function Signatures({ page: { handover, names } }: { page: HandoverPage }) {
  const [t, common, method] = [useTranslations("handovers"), useTranslations("common.words"), useTranslations("access.proof")]
  const supervised = handover.signatures.find(({ kind }) => kind === "supervise")
  const rows = [
    { key: "person", word: t("person"), personId: handover.personId, given: handover.signatures.find(({ kind }) => kind === "hand-over") },
    ...takersOf(handover.items).map((taker) => ({ key: taker, word: t("taker"), personId: taker, given: handover.signatures.find(({ kind, personId }) => kind === "take-over" && personId === taker) })),
    { key: "supervisor", word: t("supervisor"), personId: supervised?.personId ?? null, given: supervised },
  ]
  const named = (id: string | null) => {
    const name = id ? names.get(id) : undefined
    return name ? <Text text={name} /> : null
  }
  return (
    <Table
      caption={t("signatures")}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "as", header: t("as"), className: "whitespace-nowrap", cell: ({ word }) => word },
        { key: "who", header: common("person"), rowHeader: true, cell: ({ personId }) => named(personId) ?? t("supervisedBy") },
        { key: "at", header: t("signed"), cell: ({ given }) => (given ? <Time at={given.signedAt} /> : t("notSigned")) },
        { key: "method", header: method("method"), cell: ({ given }) => given && method(`methods.${given.method}`) },
        { key: "note", header: t("note"), className: "min-w-40", cell: ({ given }) => given?.reason && t.rich("inPlace", { name: () => named(given.signedBy), reason: given.reason }) },
        { key: "hash", header: t("hash"), cell: ({ given }) => given && <code className="text-xs break-all">{given.hash.slice(0, 16)}…</code> },
      ]}
    />
  )
}
