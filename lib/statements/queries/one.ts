import { listed, type Told } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { Prisma } from "@/lib/platform/generated/client"
import { defaultLocale, isLocale } from "@/lib/platform/i18n/locales"
import { readState } from "@/lib/platform/lifecycle"
import { statementLifecycle } from "@/lib/statements/rules/lifecycle"
import { declarationsSchema, factsSchema } from "@/lib/statements/schema"

type Own = {
  id: string; unitId: string; kind: string; number: string; quarter: string; language: string; status: string; text: string; declarations: unknown; exceptions: string; unfinished: string
  facts: unknown; factsHash: string; preparedBy: string | null; preparedAt: Date | null; endedBy: string | null; endedAt: Date | null; endReason: string | null
  predecessorId: string | null; documentSha256: string | null; version: number
  unitKind: string | null; timeZone: string | null; nameZh: string | null; nameEn: string | null
}
type Signed = {
  kind: string; role: string; personId: string; personName: string; hash: string; method: string; provedAt: Date | null; signedAt: Date; documentSha256: string | null
}

export type StatementRow = NonNullable<Awaited<ReturnType<typeof statementIn>>>

/** A statement with its signatures, its snapshots read; null when it is not there for the asker. */
export async function statementIn(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<(Own & { signatures: Told<Signed>[] })[]>`
    select s.id, s."unitId", s.kind, s.number, s.quarter, s.language, s.status, s.text, s.declarations, s.exceptions, s.unfinished, s.facts, s."factsHash", s."preparedBy", s."preparedAt",
      s."endedBy", s."endedAt", s."endReason", s."predecessorId", s."documentSha256", s.version, u.kind as "unitKind", u."timeZone", u."nameZh", u."nameEn",
      ${listed("signedAt", Prisma.sql`
        select g.kind, g.role, g."personId", g."personName", g.hash, g.method, g."provedAt", g."signedAt", g."documentSha256"
        from "Signature" g where g."unitId" = s."unitId" and g."statementId" = s.id`)} as signatures
    from "Statement" s left join "Unit" u on u.id = s."unitId" where s.id = ${id}::uuid and s.kind = 'statement'`
  if (!row) return null
  const { unitKind, timeZone, nameZh, nameEn, ...own } = row
  const signatures: Signed[] = row.signatures.map((one) => ({ ...one, provedAt: one.provedAt === null ? null : new Date(one.provedAt), signedAt: new Date(one.signedAt) }))
  return {
    ...own, signatures,
    language: isLocale(row.language) ? row.language : defaultLocale,
    status: readState(statementLifecycle, row.status),
    declarations: declarationsSchema.parse(row.declarations),
    facts: factsSchema.parse(row.facts),
    unitKind: unitKind ?? "",
    unitName: { zh: nameZh ?? "", en: nameEn },
    timeZone: timeZone ?? "Asia/Shanghai",
    signedBy: signatures.find((signature) => signature.kind === "sign")?.personId ?? null,
  }
}
