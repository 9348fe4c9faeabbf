import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { Drawn } from "@/components/ui/drawn"
import { ChangeStatus } from "@/components/personnel/changes-table"
import { DecideForms } from "@/components/personnel/decide-forms"
import { first, type Query } from "@/components/ui/address"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Filters } from "@/components/ui/filters"
import { ButtonLink, Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import { mayReadOutbox } from "@/lib/access/policy"
import { mayKeepPersonnel } from "@/lib/personnel/policy"
import { changePage } from "@/lib/personnel/queries/changes"
import { isAgreed, isWaiting } from "@/lib/personnel/rules/lifecycle"
import type { Day } from "@/lib/platform/days"
import { textIn } from "@/lib/platform/i18n/text"
import { requireActor } from "@/lib/platform/session"

/** One change: what stands, what was said, and the decision. */
export default async function PersonnelChangePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const [actor, { id }, query] = [await requireActor(), await params, await searchParams]
  const page = mayReadOutbox(actor).allowed ? await changePage(actor, id, first(query.unit)) : null
  if (!page) notFound()
  const { change } = page
  const [t, locale] = [await getTranslations("personnel"), await getLocale()]
  const units = actor.units ?? []
  const unitName = (unitId: string | null) => textIn(locale, units.find((unit) => unit.id === unitId)?.name ?? { zh: "", en: null })
  const offered = units.filter((unit) => mayKeepPersonnel(actor, { unitId: unit.id }).allowed).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  return (
    <Drawn>
      <PageHead
        code={t(`kinds.${change.kind}`)}
        title={textIn(locale, { zh: change.nameZh, en: change.nameEn })}
        status={<ChangeStatus status={change.status} />}
        lead={change.email}
        crumbs={[{ label: t("administration"), href: "/administration" }, { label: t("title"), href: "/personnel" }]}
        actions={change.personId && <ButtonLink href={`/administration/people/${change.personId}`}>{t("person")}</ButtonLink>}
      />
      {isAgreed(change.status) && change.on && <Agreed on={change.on} late={change.on < page.day} />}
      <Facts
        facts={[
          { label: t("was"), value: [unitName(change.wasUnitId), change.wasDepartment, change.wasPosition].filter(Boolean).join(" · ") || null },
          { label: t("becomes"), value: change.kind === "leaver" ? null : [unitName(change.unitId), change.department, change.position].filter(Boolean).join(" · ") },
          ...(change.agreedUnitId ? [{ label: t("agreed.to"), value: [unitName(change.agreedUnitId), ...page.agreed.map((name) => textIn(locale, name))].filter(Boolean).join(" · ") }] : []),
          { label: t("on"), value: change.on && <DateText day={change.on} /> },
          { label: t("columns.number"), value: change.employeeNumber },
          { label: t("points"), value: page.points },
          ...(page.interim ? [{ label: t("form.interim"), value: textIn(locale, page.interim) }] : []),
          { label: t("source"), value: <>{t(`sources.${change.source}`)} {change.listName} · <Time at={change.noticedAt} /></> },
          { label: t("decidedBy"), value: change.decidedAt && <>{page.decider && <Text text={page.decider} />} · <Time at={change.decidedAt} /></> },
          ...(page.handovers.length > 0 ? [{ label: t("handover"), value: page.handovers.map(({ id, number }) => <Link key={id} href={`/handovers/${id}`}>{number}</Link>) }] : []),
          ...(change.reason ? [{ label: t("reason"), value: change.reason, wide: true }] : []),
        ]}
      />
      {change.department !== null && change.departmentId === null && <div className="pt-4"><Notice kind="warning">{t("said", { name: change.department })}</Notice></div>}
      {isWaiting(change.status) && change.kind !== "leaver" && (
        <Filters address={{ path: `/personnel/${change.id}`, query: { unit: page.unitId } }} label={t("form.unit")} button={t("form.choose")}>
          <Field name="unit" label={t("form.unit")} className="max-lg:col-span-full"><Select options={offered} /></Field>
        </Filters>
      )}
      <DecideForms key="decide" actor={actor} page={page} />
    </Drawn>
  )
}

async function Agreed({ on, late }: { on: Day; late: boolean }) {
  const t = await getTranslations("personnel.agreed")
  const title = late ? t("late") : t.rich("pending", { day: () => <DateText day={on} /> })
  return <div className="pb-4"><Notice kind="warning" title={title}>{t(late ? "lateText" : "pendingText")}</Notice></div>
}
