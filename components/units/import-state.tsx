import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { ButtonLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Confirmation } from "@/components/ui/section"
import { Submit } from "@/components/ui/submit"
import type { Refusal } from "@/lib/platform/refusal"
import { confirmImported } from "@/lib/units/actions/imports"
import type { UnitImportPage } from "@/lib/units/queries/imports"

export function totalsOf({ summary }: Pick<UnitImportPage, "summary">) {
  const sum = (what: "added" | "changed" | "ended") => summary.counts.reduce((total, row) => total + row[what], 0)
  return { added: sum("added"), changed: sum("changed"), ended: sum("ended") }
}

/** Where the thing that was imported is looked at. */
export function placeOf({ kind, unitId }: Pick<UnitImportPage, "kind" | "unitId">): string {
  return kind === "organisation" ? `/units/${unitId}/chart` : kind === "ownership" ? `/units/${unitId}/ownership` : "/administration/holidays"
}

/** Where a preview stands, and what confirming it will do. */
export function ImportState({ page, refusal }: { page: UnitImportPage; refusal: Refusal | null }) {
  const t = useTranslations("organisation.page")
  const totals = totalsOf(page)
  if (page.confirmedAt) {
    return (
      <Notice kind="success" title={t("confirmed")}>
        <div className="pt-2"><ButtonLink href={placeOf(page)}>{t("open")}</ButtonLink></div>
      </Notice>
    )
  }
  if (page.problems.length > 0) {
    return (
      <Notice kind="refusal" title={t("bad", { count: page.problems.length })}>
        <div className="pt-2"><ButtonLink href={`/units/imports/new?kind=${page.kind}&unit=${page.unitId}`}>{t("again")}</ButtonLink></div>
      </Notice>
    )
  }
  if (totals.added + totals.changed + totals.ended === 0) return <Notice kind="info" title={t("same")} />
  return (
    <Confirmation title={t("confirmTitle")} consequences={[t("confirmFollows", totals), t("confirmKeeps")]}>
      <FormShell action={confirmImported} label={t("confirm")} hidden={{ id: page.id }}>
        <Submit variant="final" refusal={refusal}>{t("confirm")}</Submit>
      </FormShell>
    </Confirmation>
  )
}
