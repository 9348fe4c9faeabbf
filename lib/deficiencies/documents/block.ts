import type { DeficiencyRecord } from "@/lib/deficiencies/queries/record"
import type { ReportRecords } from "@/lib/deficiencies/queries/report"
import { dayOf } from "@/lib/platform/days"
import type { DocumentData } from "@/lib/platform/documents/schema"
import { textIn } from "@/lib/platform/i18n/text"
import type { wordsIn } from "@/lib/platform/i18n/words"

type Block = DocumentData<"deficiency-report">["blocks"][number]
type Told = { names: ReportRecords["names"] }

/** One deficiency in the document: point, what was found, grade, plan, implementation, retest, closure. */
export function blockOf(record: DeficiencyRecord, { names }: Told, locale: string, t: ReturnType<typeof wordsIn>): Block {
  const who = (id: string | null) => { const name = id === null ? undefined : names.get(id); return name ? textIn(locale, name) : "—" }
  const grading = record.gradings.findLast(({ kind }) => kind !== "proposed")
  const plan = record.plans.at(-1)
  const implementation = record.implementations.at(-1)
  const retest = record.retests.at(-1)
  const closure = record.closures.at(-1)
  const lines: [string, string | undefined][] = [
    ["point", `${record.pointCode} · ${t(`kinds.${record.kind}`)} · ${t(`sources.${record.source}`)}`],
    ["found", record.description],
    ["owner", who(record.ownerPersonId)],
    ["grade", grading && `${t(`grades.${grading.grade}`)} · ${t(`likelihoods.${grading.likelihood}`)} · ${who(grading.by)}, ${dayOf(grading.at)}\n${grading.reason}`],
    ["plan", plan && `${t("report.until", { who: who(plan.remediatorPersonId), day: record.planDueOn ? dayOf(record.planDueOn) : "—" })}\n${plan.actions}`],
    ["implementation", implementation && `${dayOf(implementation.implementedOn)} · ${t(`page.outcomes.${implementation.outcome ?? "reported"}`)}${implementation.decidedBy ? ` · ${who(implementation.decidedBy)}` : ""}\n${implementation.note}`],
    ["retest", retest && t("report.sampleCount", { outcome: t(`page.outcomes.${retest.outcome ?? "running"}`), count: retest.samples.length, who: who(retest.testerPersonId) })],
    ["closure", closure && `${t(`page.closureKinds.${closure.kind}`)} · ${who(closure.by)}, ${dayOf(closure.at)}\n${closure.reason}`],
  ]
  return {
    title: `${record.number}  ${record.title}`,
    status: t(`status.${record.status}`),
    facts: lines.flatMap(([key, value]) => (value ? [{ label: t(`report.facts.${key}`), value: value.trim() }] : [])),
  }
}
