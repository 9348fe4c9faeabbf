import { type Question, rowsOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"

/** The records that versions belong to, of those that the reader sees; the versions' ids are those that a select finds. */
export function recordsOfVersions(versionIds: Prisma.Sql): Question<{ versionId: string; id: string; number: string }[]> {
  return rowsOf(Prisma.sql`
    select v.id as "versionId", r.id, r.number from "EvidenceVersion" v join "EvidenceRecord" r on r."unitId" = v."unitId" and r.id = v."recordId"
    where v.id = any (array(${versionIds}))`)
}
