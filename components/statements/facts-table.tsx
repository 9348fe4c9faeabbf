import { useFormatter, useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"
import { Table } from "@/components/ui/table"
import { type FactName, factNames, numbersOf } from "@/lib/statements/rules/facts"
import type { StatementFacts } from "@/lib/statements/schema"
import type { FactAddress } from "./fact-address"

/** The facts of a quarter as numbers, beside those that last quarter's statement stated. */
export function FactsTable({ facts, previous, addressOf }: { facts: StatementFacts; previous?: StatementFacts | null; addressOf?: FactAddress }) {
  const t = useTranslations("statements")
  const format = useFormatter()
  const [now, before] = [numbersOf(facts), previous ? numbersOf(previous) : null]
  const difference = (fact: FactName) => (before ? now[fact] - before[fact] : 0)
  const compared = before
    ? [
        { key: "before", header: t("page.before"), align: "end" as const, cell: (fact: FactName) => format.number(before[fact]) },
        { key: "difference", header: t("page.difference"), align: "end" as const, cell: (fact: FactName) => format.number(difference(fact), { signDisplay: "exceptZero" }) },
      ]
    : []
  return (
    <>
      <div className="max-w-3xl">
        <Table<FactName>
          caption={t("listOf", { what: t("page.facts") })}
          captionHidden
          rows={factNames}
          rowKey={(fact) => fact}
          columns={[
            { key: "fact", header: t("page.fact"), rowHeader: true, cell: (fact) => t(`document.facts.${fact}`) },
            { key: "now", header: t("page.now"), align: "end", cell: (fact) => <strong>{addressOf ? <Link href={addressOf(fact)}>{format.number(now[fact])}</Link> : format.number(now[fact])}</strong> },
            ...compared,
          ]}
        />
      </div>
      {previous === null && <p className="text-sm text-ink-soft">{t("page.noPrevious")}</p>}
    </>
  )
}

/** The tests that nobody has reviewed yet, which the signer has to declare. */
export function UnfinishedTests({ facts }: { facts: StatementFacts }) {
  const t = useTranslations("statements.document.testStatus")
  return (
    <ul className="columns-1 gap-x-8 text-sm sm:columns-2 xl:columns-3">
      {facts.unfinished.map(({ code, status }) => (
        <li key={code} className="break-inside-avoid py-0.5">
          <span className="font-medium">{code}</span> <span className="text-ink-soft">{t(status)}</span>
        </li>
      ))}
    </ul>
  )
}
