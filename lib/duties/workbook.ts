import { borrowedNow } from "@/lib/borrowings/queries/borrowings"
import { asAccessReader } from "@/lib/duties/policy"
import { accessMatrix } from "@/lib/duties/queries/access"
import { dutyPage } from "@/lib/duties/queries/duties"
import { actKeys, roleMay } from "@/lib/duties/rules/acts"
import { accessFilterSchema } from "@/lib/duties/schema"
import { type Actor, roles } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import type { Locale } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import type { RowToWrite, SheetToWrite } from "@/lib/platform/workbook/sheet-writer"
import { writeWorkbook } from "@/lib/platform/workbook/write"

/** The access matrix for the auditors: every grant with its days, what each role may do, and the rules that keep duties apart. */
export async function accessWorkbook(actor: Actor, locale: Locale): Promise<Uint8Array> {
  const words = wordsIn(locale, "common.roles")
  return writeWorkbook([await grantsSheet(actor, locale, words), await borrowedSheet(actor, locale), actsSheet(locale, words), await rulesSheet(actor, locale)])
}

type Words = ReturnType<typeof wordsIn>

async function grantsSheet(actor: Actor, locale: Locale, words: Words): Promise<SheetToWrite> {
  const [t, { items }] = [wordsIn(locale, "duties"), await accessMatrix(actor, { ...accessFilterSchema.parse({}), past: "yes", limit: 100_000 })]
  const unit = unitNames(actor, locale)
  return {
    name: t("sheets.grants"), frozenColumns: 1,
    columns: [
      { heading: t("person"), width: 18 }, { heading: t("email"), width: 34 }, { heading: t("account"), width: 10 }, { heading: t("unit"), width: 26 }, { heading: t("role"), width: 18 },
      { heading: t("from"), kind: "date", width: 13 }, { heading: t("to"), kind: "date", width: 13 }, { heading: t("withdrawn"), kind: "date", width: 20 }, { heading: t("granter"), width: 18 }, { heading: t("points"), kind: "number", width: 12 },
    ],
    rows: items.map((row): RowToWrite => [
      textIn(locale, row.name), row.email, t(row.active ? "open" : "closed"), unit(row.unitId), roles.some((role) => role === row.role) ? words(row.role) : row.role,
      dateOf(row.from), row.to && dateOf(row.to), row.withdrawnAt, row.granter ? textIn(locale, row.granter) : "", row.points,
    ]),
  }
}

async function borrowedSheet(actor: Actor, locale: Locale): Promise<SheetToWrite> {
  const [t, borrowed] = [wordsIn(locale, "borrowings"), await borrowedNow(asAccessReader(actor))]
  const text = (one: { zh: string; en: string | null } | null) => (one ? textIn(locale, one) : "")
  return {
    name: t("matrix"), frozenColumns: 1,
    columns: [{ heading: t("person"), width: 18 }, { heading: t("home"), width: 26 }, { heading: t("unit"), width: 26 }, { heading: t("papers"), width: 60 }, { heading: t("lastDay"), kind: "date", width: 13 }, { heading: t("number"), width: 16 }],
    rows: borrowed.map((row): RowToWrite => [text(row.person), text(row.home), text(row.unit), row.papers.map(({ code }) => code).join(", "), dateOf(row.lastDay), row.number]),
  }
}

function actsSheet(locale: Locale, words: Words): SheetToWrite {
  const t = wordsIn(locale, "duties")
  return {
    name: t("sheets.acts"), frozenColumns: 1,
    columns: [{ heading: t("act"), width: 52 }, ...roles.map((role) => ({ heading: words(role), width: 14 }))],
    rows: actKeys.map((act): RowToWrite => [t(`acts.${act}`), ...roles.map((role) => (roleMay(role, act) ? "✓" : ""))]),
  }
}

async function rulesSheet(actor: Actor, locale: Locale): Promise<SheetToWrite> {
  const [t, page, unit] = [wordsIn(locale, "duties"), await dutyPage(actor), unitNames(actor, locale)]
  return {
    name: t("sheets.rules"), frozenColumns: 1,
    columns: [{ heading: t("rule"), width: 60 }, { heading: t("enforced"), width: 20 }, { heading: t("exposed"), width: 60 }, { heading: t("refusedSince", { since: page.since }), kind: "number", width: 22 }],
    rows: page.rules.map((rule): RowToWrite => [
      t(`rules.${rule.key}`), t(rule.database ? "byDatabase" : "byPolicy"), rule.exposed.map((one) => `${one.name ? textIn(locale, one.name) : ""} · ${unit(one.unitId)}`).join("\n"), rule.refused.length,
    ]),
  }
}

function unitNames(actor: Actor, locale: Locale): (id: string) => string {
  const names = new Map((actor.units ?? []).map(({ id, code, name }) => [id, `${code} ${textIn(locale, name)}`]))
  return (id) => names.get(id) ?? ""
}
