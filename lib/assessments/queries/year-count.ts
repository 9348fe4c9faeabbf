import { type Question, valueOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"

/** How many items a test's latest population has, from which its runs in a year are estimated (domain.md § 4); null where none was frozen. */
export function latestPopulation(testId: string | null): Question<number | null> {
  return valueOf(Prisma.sql`select size from "Population" where "testId" = ${testId}::uuid order by round desc, "frozenAt" desc limit 1`)
}
