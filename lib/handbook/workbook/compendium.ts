import { compendium } from "@/lib/handbook/queries/compendium"
import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { textIn, type Bilingual } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { RowToWrite } from "@/lib/platform/workbook/sheet-writer"
import { writeWorkbook } from "@/lib/platform/workbook/write"

/** The 测评点汇编 of a kind of unit or a unit as a workbook, one row a point; null where there is none for the reader. */
export async function exportCompendium(actor: Actor, of: string | undefined, locale: Locale): Promise<{ number: string; bytes: Uint8Array } | null> {
  const report = await compendium(actor, of)
  if (!report) return null
  const [t, common] = [wordsIn(locale, "compendium"), wordsIn(locale, "common")]
  const said = (text: Bilingual | null) => (text ? textIn(locale, text) : "")
  const rows = report.elements.flatMap(({ code, title, points }) => points.map((point): RowToWrite => [
    code, said(title), point.aspect ? common(`aspects.${point.aspect}`) : "", point.code, said(point.title), said(point.description), common(`frequencies.${point.frequency}`),
    said(report.labels.position(point.ownerPosition)), point.evidenceKinds.map((kind) => common(`evidenceKinds.${kind}`)).join("、"), said(point.operatingTest.population), said(point.operatingTest.procedure),
    point.operatingTest.attributes.map(({ key, text }) => `${key}. ${said(text)}`).join("\n"), said(point.operatingTest.exception),
  ]))
  const columns = [
    ["elementCode", 10], ["element", 22], ["aspect", 10], ["code", 12], ["point", 28], ["description", 60], ["frequency", 12], ["owner", 20], ["evidence", 20],
    ["population", 36], ["procedure", 60], ["attributes", 50], ["exception", 40],
  ] as const
  const sheet = { name: t("sheet"), frozenColumns: 5, columns: columns.map(([key, width]) => ({ heading: t(`columns.${key}`), width })), rows }
  return { number: report.edition.number, bytes: await writeWorkbook([sheet]) }
}
