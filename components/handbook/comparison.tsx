import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Status, type Tone } from "@/components/ui/status"
import { Table } from "@/components/ui/table"
import { Text } from "@/components/ui/text"
import type { Labels } from "@/lib/handbook/queries/labels"
import type { ChangeKind, NodeChanges, ThingChange } from "@/lib/handbook/rules/fields"
import { FieldDiff } from "./field-diff"
import { useFieldNames } from "./field-names"

const tones: Record<ChangeKind, Tone> = { added: "good", removed: "bad", changed: "due" }

/** Elements and processes with how much differs in each; the one that is open is marked. */
export function ComparedNodes({ nodes, href, chosen }: { nodes: NodeChanges[]; href: (node: string) => string; chosen: string | undefined }) {
  const t = useTranslations("handbook.compare")
  const count = (changes: ThingChange[], kind: ChangeKind) => changes.filter((change) => change.kind === kind).length
  return (
    <Table
      caption={t("nodes")}
      captionHidden
      rows={nodes}
      rowKey={({ code }) => code}
      columns={[
        { key: "node", header: t("node"), rowHeader: true, className: "min-w-48", cell: ({ code, title }) => <Link href={href(code)} aria-current={code === chosen ? "true" : undefined}>{code} <Text text={title} /></Link> },
        { key: "added", header: t("added"), align: "end", cell: ({ changes }) => count(changes, "added") },
        { key: "changed", header: t("changed"), align: "end", cell: ({ changes }) => count(changes, "changed") },
        { key: "removed", header: t("removed"), align: "end", cell: ({ changes }) => count(changes, "removed") },
      ]}
    />
  )
}

/** Everything that differs within one element or process: each field with its words marked. */
export function NodeComparison({ changes, labels }: { changes: ThingChange[]; labels: Labels }) {
  const [t, names] = [useTranslations("handbook.compare"), useFieldNames()]
  return (
    <ul className="space-y-4">
      {changes.map(({ kind, part, code, title, fields }) => (
        <li key={`${part} ${code} ${kind}`} className="border border-hairline bg-sheet p-4">
          <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium"><Status tone={tones[kind]}>{t(kind)}</Status> <span>{t(`parts.${part}`)} {code} <Text text={title} /></span></h3>
          {fields.length > 0 && (
            <dl className="mt-2 space-y-2 text-sm">
              {fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt className="text-ink-soft">{names([field])}</dt>
                  <dd><FieldDiff field={field} labels={labels} before={before} after={after} /></dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}
