import { getLocale, getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import { Drawn } from "@/components/ui/drawn"
import { ChangesTable } from "@/components/personnel/changes-table"
import { first, type Query } from "@/components/ui/address"
import { Checkbox } from "@/components/ui/choices"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { FileInput } from "@/components/ui/file-input"
import { Filters } from "@/components/ui/filters"
import { Notice } from "@/components/ui/notice"
import { Pager } from "@/components/ui/pager"
import { Section } from "@/components/ui/section"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { UploadForm } from "@/components/ui/upload-form"
import { mayReadOutbox } from "@/lib/access/policy"
import { mayKeepPersonnel } from "@/lib/personnel/policy"
import { listChanges } from "@/lib/personnel/queries/changes"
import { isWaiting, personnelLifecycle } from "@/lib/personnel/rules/lifecycle"
import { personnelFilterSchema } from "@/lib/personnel/schema"
import { textIn } from "@/lib/platform/i18n/text"
import { keptForm } from "@/lib/platform/kept-forms"
import { shownRows } from "@/lib/platform/rows"
import { requireActor } from "@/lib/platform/session"

/** Who joins, moves and leaves: a list is compared, and what differs waits for a decision. */
export default async function PersonnelPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireActor(), await searchParams]
  if (!mayReadOutbox(actor).allowed) notFound()
  const rows = await shownRows(query)
  const filter = personnelFilterSchema.catch(personnelFilterSchema.parse({ limit: rows })).parse({ status: "open", ...query, limit: rows })
  const agreed = filter.status && isWaiting(filter.status) ? (await listChanges(actor, { ...filter, status: "agreed", cursor: undefined })).items : []
  const [{ items, next }, t, locale] = [await listChanges(actor, filter), await getTranslations("personnel"), await getLocale()]
  const units = (actor.units ?? []).filter(({ id }) => mayKeepPersonnel(actor, { unitId: id }).allowed).map((unit) => ({ value: unit.id, label: `${unit.code} ${textIn(locale, unit.name)}` }))
  const [joiners, movers, leavers, known] = (first(query.compared) ?? "").split("-").map(Number)
  const kept = keptForm(actor.personId, first(query.kept))
  const address = { path: "/personnel", query: { ...query, compared: undefined, kept: undefined } }
  return (
    <Drawn>
      <AdministrationHead current="personnel" />
      {joiners !== undefined && known !== undefined && query.compared !== undefined && (
        <div className="pt-5"><Notice kind="success" title={t("compared")}>{t("comparedText", { joiners, movers: movers ?? 0, leavers: leavers ?? 0, known })}</Notice></div>
      )}
      <Section title={t("title")} lead={t("lead")}>
        <Filters address={address}>
          <Field name="kind" label={t("kind")}><Select none={t("any")} options={(["joiner", "mover", "leaver"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} /></Field>
          <Field name="status" label={t("state")}><Select options={personnelLifecycle.states.map((value) => ({ value, label: t(`status.${value}`) }))} /></Field>
        </Filters>
        <ChangesTable caption={t("changes")} changes={items} units={actor.units ?? []} empty={<Empty title={t("none")}>{t("noneHint")}</Empty>} />
        <Pager address={address} shown={items.length} next={next} rows={rows} />
      </Section>
      {agreed.length > 0 && (
        <Section title={t("agreed.title")} lead={t("agreed.lead")}><ChangesTable caption={t("agreed.title")} changes={agreed} units={actor.units ?? []} /></Section>
      )}
      <Section title={t("compare")} lead={t("compareLead")}>
        <UploadForm address="/api/personnel-lists" label={t("compare")} limit={10} hidden={{ from: "/personnel" }} refusal={kept?.refusal} values={kept?.values} className="max-w-xl space-y-4">
          <Field name="unitId" label={t("unit")} hint={t("unitHint")} required><Select options={units} /></Field>
          <Field name="file" label={t("file")} required><FileInput accept=".xlsx" /></Field>
          <Checkbox name="complete" label={t("complete")} hint={t("completeHint")} />
          <Submit>{t("send")}</Submit>
        </UploadForm>
      </Section>
    </Drawn>
  )
}
