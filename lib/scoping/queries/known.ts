import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { textIn } from "@/lib/platform/i18n/text"
import type { Parts, ScopeRow } from "./scope"
import type { Scoped } from "@/lib/scoping/rules/gaps"

export type KnownUnit = { id: string; code: string; kind: string; name: Text }

/** The units that a year decides on: the company and its plants, in the order of their codes; regions only gather others. */
export async function companyUnitsIn(tx: Tx): Promise<KnownUnit[]> {
  const rows = await tx.unit.findMany({ where: { kind: { not: "region" } }, orderBy: { code: "asc" }, select: { id: true, code: true, kind: true, nameZh: true, nameEn: true } })
  return rows.map(({ nameZh, nameEn, ...unit }) => ({ ...unit, name: { zh: nameZh, en: nameEn } }))
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

/** A scope as its rules see it, against an edition, with the names that a reader of the language knows. */
export async function scopedIn(tx: Tx, row: ScopeRow, parts: Parts, { editionId, locale }: { editionId: string; locale: string }): Promise<Scoped> {
  const { processes, points } = codesOf(parts)
  const held = await codesHeldIn(tx, editionId, [...processes, ...points])
  const decided = new Map(parts.units.map(({ scopedId, reason }) => [scopedId, reason]))
  const units = await companyUnitsIn(tx)
  return {
    year: row.year, materiality: row.materiality,
    undecided: units.filter(({ id }) => !decided.has(id)).map(({ code }) => code),
    inScope: new Set(parts.units.filter(({ reason }) => reason === null).map(({ scopedId }) => scopedId)),
    accounts: parts.accounts.map(({ name, ...account }) => ({ ...account, name: textIn(locale, name) })),
    risks: parts.risks.map(({ description, points }) => ({ name: textIn(locale, description), points })),
    providers: parts.providers.map(({ name, report, periodTo }) => ({ name: textIn(locale, name), report, periodTo })),
    unknownCodes: [...processes.filter((code) => !held.processes.has(code)), ...points.filter((code) => !held.points.has(code))],
  }
}
