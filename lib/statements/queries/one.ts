import type { Tx } from "@/lib/platform/database"
import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales"
import { readState } from "@/lib/platform/lifecycle"
import { statementLifecycle } from "@/lib/statements/rules/lifecycle"
import { declarationsSchema, factsSchema } from "@/lib/statements/schema"

const columns = {
  id: true, unitId: true, kind: true, number: true, quarter: true, language: true, status: true, text: true, declarations: true,
  exceptions: true, unfinished: true, facts: true, factsHash: true, preparedBy: true, preparedAt: true, endedBy: true, endedAt: true,
  endReason: true, predecessorId: true, documentSha256: true, version: true,
  signatures: {
    orderBy: { signedAt: "asc" },
    select: { kind: true, role: true, personId: true, personName: true, hash: true, method: true, provedAt: true, signedAt: true, documentSha256: true },
  },
} as const

export type StatementRow = NonNullable<Awaited<ReturnType<typeof statementIn>>>

/** A statement with its signatures, its snapshots read; null when it is not there for the asker. */
export async function statementIn(tx: Tx, id: string) {
  const row = await tx.statement.findUnique({ where: { id, kind: "statement" }, select: columns })
  if (!row) return null
  const unit = await tx.unit.findUnique({ where: { id: row.unitId }, select: { kind: true, timeZone: true, nameZh: true, nameEn: true } })
  return {
    ...row,
    language: isLocale(row.language) ? row.language : defaultLocale,
    status: readState(statementLifecycle, row.status),
    declarations: declarationsSchema.parse(row.declarations),
    facts: factsSchema.parse(row.facts),
    unitKind: unit?.kind ?? "",
    unitName: { zh: unit?.nameZh ?? "", en: unit?.nameEn ?? null },
    timeZone: unit?.timeZone ?? "Asia/Shanghai",
    signedBy: row.signatures.find((signature) => signature.kind === "sign")?.personId ?? null,
  }
}
