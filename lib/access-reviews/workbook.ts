import { type ReviewLine, reviewPage } from "@/lib/access-reviews/queries/reviews"
import type { Actor, Text } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import type { Locale } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import { writeWorkbook } from "@/lib/platform/workbook/write"

type Page = NonNullable<Awaited<ReturnType<typeof reviewPage>>>

/** An access review for the auditors: who ran and confirmed it, and each line with its decision; null where it is not there. */
export async function reviewWorkbook(actor: Actor, id: string, locale: Locale): Promise<{ name: string; content: Uint8Array } | null> {
  const page = await reviewPage(actor, id)
  if (!page) return null
  const content = await writeWorkbook([reviewSheet(actor, page, locale), linesSheet(page, locale)])
  return { name: `${wordsIn(locale, "access-reviews")("file")}-${page.review.number}.xlsx`, content }
}

function reviewSheet(actor: Actor, { review, names, progress }: Page, locale: Locale): SheetToWrite {
  const t = wordsIn(locale, "access-reviews")
  const unit = actor.units?.find((one) => one.id === review.unitId)
  const name = (id: string | null) => nameIn(locale, id ? names.get(id) : undefined)
  const at = (moment: Date | null) => moment?.toISOString().slice(0, 16).replace("T", " ") ?? ""
  return {
    name: t("sheets.review"), frozenColumns: 1, columns: [{ heading: t("fact"), width: 24 }, { heading: t("value"), width: 60 }],
    rows: [
      [t("number"), review.number], [t("unit"), unit ? `${unit.code} ${textIn(locale, unit.name)}` : ""], [t("quarter"), review.quarter], [t("frozenOn"), review.frozenOn],
      [t("state"), t(`status.${review.status}`)], [t("openedBy"), `${name(review.openedBy)} ${at(review.openedAt)} UTC`],
      [t("submittedBy"), review.submittedAt ? `${name(review.submittedBy)} ${at(review.submittedAt)} UTC` : ""], [t("confirmedBy"), review.endedAt ? `${name(review.endedBy)} ${at(review.endedAt)} UTC` : ""],
      [t("counts.lines"), progress.lines], [t("counts.warned"), progress.warned], [t("decisions.keep"), progress.keep], [t("decisions.withdraw"), progress.withdraw], [t("decisions.shorten"), progress.shorten],
    ],
  }
}

function linesSheet({ lines, names }: Page, locale: Locale): SheetToWrite {
  const [t, duties] = [wordsIn(locale, "access-reviews"), wordsIn(locale, "duties.rules")]
  return {
    name: t("sheets.lines"), frozenColumns: 1,
    columns: [
      { heading: t("person"), width: 18 }, { heading: t("kind"), width: 12 }, { heading: t("what"), width: 28 }, { heading: t("from"), kind: "date", width: 13 }, { heading: t("to"), kind: "date", width: 13 },
      { heading: t("lastUsed"), kind: "date", width: 18 }, { heading: t("warnings"), width: 40 }, { heading: t("conflicts"), width: 50 }, { heading: t("decision"), width: 12 }, { heading: t("until"), kind: "date", width: 13 },
      { heading: t("reason"), width: 40 }, { heading: t("decidedBy"), width: 18 }, { heading: t("decidedAt"), kind: "date", width: 18 }, { heading: t("outcome"), width: 16 },
    ],
    rows: lines.map((line): RowToWrite => [
      nameIn(locale, line.personId ? names.get(line.personId) : undefined), t(`kinds.${line.kind}`), whatOf(line, locale), dateOf(line.from), line.to && dateOf(line.to), line.lastUsedAt,
      line.warnings.map((warning) => t(`warning.${warning}`)).join("\n"), line.conflicts.map((rule) => duties(rule)).join("\n"), line.decision ? t(`decisions.${line.decision}`) : "", line.until && dateOf(line.until),
      line.reason ?? "", nameIn(locale, line.decidedBy ? names.get(line.decidedBy) : undefined), line.decidedAt, line.outcome ? t(`outcomes.${line.outcome}`) : "",
    ]),
  }
}

/** What the access is: a role in the reader's words, or the name that was frozen. */
export function whatOf(line: Pick<ReviewLine, "kind" | "what" | "whatEn">, locale: Locale): string {
  return line.kind === "grant" ? wordsIn(locale, "common.roles")(line.what) : textIn(locale, { zh: line.what, en: line.whatEn })
}

function nameIn(locale: Locale, name: Text | undefined): string {
  return name ? textIn(locale, name) : ""
}
