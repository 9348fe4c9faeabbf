import { listed, type Question, rowsOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"

type Key = { unitId: string; testId: string | null }
type Sampled = { id: string; assessmentId: string; quarter: string; status: string; conclusion: string | null; items: { label: string; versionId: string | null }[] }

/** A test with the items that were drawn in any of its rounds, in their order; nothing where it is not visible. */
export function sampledOf(key: Key): Question<Sampled[]> {
  return rowsOf(Prisma.sql`
    select t.id, t."assessmentId", t.quarter, t.status, t.conclusion, ${listed("ordinal", Prisma.sql`select s.ordinal, i.label, i."versionId" ${drawnFor(key)}`)} as items
    from "Test" t where t.id = ${key.testId}::uuid`)
}

/** The versions of evidence among them. */
export function sampledVersions(key: Key): Prisma.Sql {
  return Prisma.sql`select i."versionId" ${drawnFor(key)}`
}

function drawnFor({ unitId, testId }: Key): Prisma.Sql {
  return Prisma.sql`from "Sample" s join "PopulationItem" i on i."unitId" = s."unitId" and i.id = s."itemId" where s."unitId" = ${unitId}::uuid and s."testId" = ${testId}::uuid`
}
