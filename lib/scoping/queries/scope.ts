import { z } from "zod"
import type { Tx } from "@/lib/platform/database"
import { dayOf } from "@/lib/platform/days"
import { materiality } from "@/lib/scoping/rules/materiality"

const select = {
  id: true, unitId: true, year: true, editionId: true, status: true, materiality: true, revisionOf: true, reason: true, draftedBy: true, draftedAt: true,
  hands: true, approvedBy: true, approvedAt: true, opinion: true, supersededAt: true, version: true,
} as const

export type ScopeRow = NonNullable<Awaited<ReturnType<typeof scopeIn>>>

/** A scope that the reader sees: the company's drafts, and every approved one. */
export async function scopeIn(tx: Tx, id: string) {
  return typed(await tx.scope.findUnique({ where: { id }, select }))
}

/** All that the reader sees, the latest year first, in it the draft, then the approved one. */
export async function scopesIn(tx: Tx) {
  const rows = await tx.scope.findMany({ orderBy: [{ year: "desc" }, { draftedAt: "desc" }], select })
  return rows.map(typed).filter((row) => row !== null)
}

/** A company's approved scope of a year; null where there is none. */
export async function approvedIn(tx: Tx, year: number, unitId: string) {
  return typed(await tx.scope.findFirst({ where: { year, unitId, status: "approved" }, select }))
}

function typed<Row extends { materiality: unknown }>(row: Row | null) {
  return row && { ...row, materiality: materiality.nullable().parse(row.materiality) }
}

const shares = z.record(z.string(), z.number())

/** What a scope holds; empty for who does not reach the company. */
export async function partsIn(tx: Tx, scopeId: string) {
  const where = { scopeId }
  const orderBy = [{ ordinal: "asc" as const }, { id: "asc" as const }]
  const units = await tx.scopedUnit.findMany({ where, select: { scopedId: true, reason: true } })
  const accounts = await tx.significantAccount.findMany({ where, orderBy, select: { id: true, ordinal: true, nameZh: true, nameEn: true, amount: true, ground: true, reason: true, processes: true, shares: true } })
  const risks = await tx.fraudRisk.findMany({ where, orderBy, select: { id: true, ordinal: true, descriptionZh: true, descriptionEn: true, accounts: true, likelihood: true, impact: true, points: true } })
  const providers = await tx.serviceProvider.findMany({ where, orderBy, select: { id: true, ordinal: true, nameZh: true, nameEn: true, service: true, report: true, periodFrom: true, periodTo: true, remaining: true, points: true } })
  return {
    units,
    accounts: accounts.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn }, amount: Number(row.amount), shares: shares.parse(row.shares) })),
    risks: risks.map(({ descriptionZh, descriptionEn, ...row }) => ({ ...row, description: { zh: descriptionZh, en: descriptionEn } })),
    providers: providers.map(({ nameZh, nameEn, periodFrom, periodTo, ...row }) => ({
      ...row, name: { zh: nameZh, en: nameEn }, periodFrom: periodFrom && dayOf(periodFrom), periodTo: periodTo && dayOf(periodTo),
    })),
  }
}
export type Parts = Awaited<ReturnType<typeof partsIn>>
