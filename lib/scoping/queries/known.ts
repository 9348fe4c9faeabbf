import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { textIn } from "@/lib/platform/i18n/text"
import { quarterPeriod } from "@/lib/platform/periods"
import { scopeLifecycle } from "@/lib/scoping/rules/lifecycle"
import { hasCeased } from "@/lib/units/rules"
import type { Parts, ScopeRow } from "./scope"
import type { Scoped } from "@/lib/scoping/rules/gaps"

export type KnownUnit = { id: string; code: string; kind: string; name: Text }

/**
 * The units that a year decides on: the company and its plants, in the order of their codes; regions only gather others. One that closed before
 * the year began is left out, but stays in what was approved.
 */
export async function companyUnitsIn(tx: Tx, year: number, approved: readonly string[] = []): Promise<KnownUnit[]> {
  const { start } = quarterPeriod(`${year}-Q1`)
  const rows = await tx.unit.findMany({ where: { kind: { not: "region" } }, orderBy: { code: "asc" }, select: { id: true, code: true, kind: true, nameZh: true, nameEn: true, to: true } })
  return rows.filter((row) => approved.includes(row.id) || !hasCeased(row, start)).map(({ nameZh, nameEn, to: _, ...unit }) => ({ ...unit, name: { zh: nameZh, en: nameEn } }))
}

/** The processes of an edition, in its order. */
export async function processesIn(tx: Tx, editionId: string): Promise<{ code: string; title: Text }[]> {
  const rows = await tx.handbookNode.findMany({ where: { editionId, kind: "process" }, orderBy: { ordinal: "asc" }, select: { code: true, titleZh: true, titleEn: true } })
  return rows.map(({ code, titleZh, titleEn }) => ({ code, title: { zh: titleZh, en: titleEn } }))
}

/** Those of some codes that an edition holds: processes, and points with their id and title. */
export async function codesHeldIn(tx: Tx, editionId: string, codes: readonly string[]) {
  const where = { editionId, code: { in: [...new Set(codes)] } }
  const points = await tx.pointVersion.findMany({ where, select: { code: true, pointId: true, titleZh: true, titleEn: true } })
  return {
    processes: new Set((await tx.handbookNode.findMany({ where: { ...where, kind: "process" }, select: { code: true } })).map(({ code }) => code)),
    points: new Map(points.map(({ code, pointId, titleZh, titleEn }) => [code, { id: pointId, title: { zh: titleZh, en: titleEn } }])),
  }
}

/** Every code that a scope names. */
export function codesOf({ accounts, risks, providers }: Parts) {
  return { processes: accounts.flatMap(({ processes }) => processes), points: [...risks, ...providers].flatMap(({ points }) => points) }
}

/** The units of a scope that stand whatever became of them: all but a draft's. */
export function decidedIn({ status }: ScopeRow, { units }: Parts): string[] {
  return status === scopeLifecycle.initial ? [] : units.map(({ scopedId }) => scopedId)
}

/** A scope as its rules see it, against an edition, with the names that a reader of the language knows. */
export async function scopedIn(tx: Tx, row: ScopeRow, parts: Parts, { editionId, locale }: { editionId: string; locale: string }): Promise<Scoped> {
  const { processes, points } = codesOf(parts)
  const held = await codesHeldIn(tx, editionId, [...processes, ...points])
  const decided = new Map(parts.units.map(({ scopedId, reason }) => [scopedId, reason]))
  const units = await companyUnitsIn(tx, row.year, decidedIn(row, parts))
  return {
    year: row.year, materiality: row.materiality,
    undecided: units.filter(({ id }) => !decided.has(id)).map(({ code }) => code),
    inScope: new Set(parts.units.filter(({ scopedId, reason }) => reason === null && units.some(({ id }) => id === scopedId)).map(({ scopedId }) => scopedId)),
    accounts: parts.accounts.map(({ name, ...account }) => ({ ...account, name: textIn(locale, name) })),
    risks: parts.risks.map(({ description, points }) => ({ name: textIn(locale, description), points })),
    providers: parts.providers.map(({ name, report, periodTo }) => ({ name: textIn(locale, name), report, periodTo })),
    unknownCodes: [...processes.filter((code) => !held.processes.has(code)), ...points.filter((code) => !held.points.has(code))],
  }
}
