import { getLocale, getTranslations } from "next-intl/server"
import { ElementTests } from "@/components/handbook/compendium"
import { first, type Query } from "@/components/ui/address"
import { buttonLook } from "@/components/ui/button"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { Link } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { compendium } from "@/lib/handbook/queries/compendium"
import { unitKinds } from "@/lib/handbook/schema/values"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

/** The 测评点汇编: every soft-element point of a kind of unit or a unit, with its test; made to be printed. */
export default async function CompendiumPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams]
  const of = first(query.of) || undefined
  const report = await compendium(actor, of)
  const [t, common, locale] = [await getTranslations("compendium"), await getTranslations("common"), await getLocale()]
  const units = (actor.units ?? []).filter(({ kind }) => unitKinds.some((known) => known === kind)).map(({ id, code, name }) => ({ value: id, label: `${code} ${textIn(locale, name)}` }))
  const kinds = unitKinds.map((kind) => ({ value: kind, label: common(`unitKinds.${kind}`) }))
  const place = report && (report.unit ? textIn(locale, report.unit.name) : common(`unitKinds.${report.kind}`))
  return (
    <Drawn>
      <PageHead
        title={t("title")}
        lead={report ? t("lead", { place: place ?? "", edition: report.edition.number, elements: report.elements.length, points: report.total }) : undefined}
        crumbs={[{ label: t("handbook"), href: "/handbook" }]}
        actions={report && <a href={`/api/handbook-compendium?of=${of ?? report.kind}`} download className={`${buttonLook("plain")} print:hidden`}>{t("export")}</a>}
      />
      <div className="print:hidden">
        <Filters address={{ path: "/handbook/compendium", query: { of: of ?? "coal" } }}>
          <Field name="of" label={t("of")}><Select options={[{ label: t("kinds"), options: kinds }, { label: t("units"), options: units }]} /></Field>
        </Filters>
      </div>
      {!report || report.total === 0 ? <div className="pt-6"><Empty title={t("none")}>{t("noneHint")}</Empty></div> : (
        <>
          <nav aria-label={t("contents")} className="pt-4 print:hidden">
            <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {report.elements.map(({ code, title, points }) => <li key={code}><Link href={`#e${code}`}>{code} {textIn(locale, title)}</Link> <span className="text-ink-soft">{points.length}</span></li>)}
            </ol>
          </nav>
          {report.elements.map((element) => <ElementTests key={element.code} element={element} labels={report.labels} />)}
        </>
      )}
    </Drawn>
  )
}
