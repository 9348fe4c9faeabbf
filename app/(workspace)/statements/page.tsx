import { getTranslations } from "next-intl/server"
import { Drawn } from "@/components/ui/drawn"
import { StatementTree } from "@/components/statements/tree"
import { Empty } from "@/components/ui/empty"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { dayOf } from "@/lib/platform/days"
import { fiscalYearOf } from "@/lib/platform/periods"
import { requireActor } from "@/lib/platform/session"
import { mayPrepare } from "@/lib/statements/policy"
import { standingsOfYear } from "@/lib/statements/queries/list"
import { tally } from "@/lib/statements/rules/lifecycle"

type Query = Record<string, string | string[] | undefined>

export default async function StatementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query, t] = [await requireActor(), await searchParams, await getTranslations("statements")]
  const year = yearIn(query.year)
  const standings = await standingsOfYear(actor, year)
  const units = actor.units ?? []
  const { signed, waiting } = tally([...standings.values()].flat().flatMap(({ statement }) => (statement ? [statement.status] : [])))
  return (
    <Drawn>
      <PageHead
        title={t("title")}
        lead={<>{t("lead")} {t("signedOf", { signed, waiting })}</>}
        actions={
          <nav aria-label={t("year")} className="flex items-center gap-2">
            <ButtonLink href={`/statements?year=${year - 1}`} aria-label={t("yearBefore")}>‹ {year - 1}</ButtonLink>
            <strong className="px-2">{year}</strong>
            <ButtonLink href={`/statements?year=${year + 1}`} aria-label={t("yearAfter")}>{year + 1} ›</ButtonLink>
          </nav>
        }
      />
      {units.length === 0 ? (
        <Empty title={t("noUnits")}>{t("noUnitsHint")}</Empty>
      ) : (
        <StatementTree
          year={year}
          units={units}
          standings={standings}
          mayPrepare={new Set(units.filter((unit) => mayPrepare(actor, { unitId: unit.id, unitKind: unit.kind }).allowed).map(({ id }) => id))}
        />
      )}
    </Drawn>
  )
}

function yearIn(asked: string | string[] | undefined): number {
  const year = Number(asked)
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : fiscalYearOf(dayOf(new Date()))
}
