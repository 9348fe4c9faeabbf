import type { Work } from "@/lib/platform/door"
import type { Quarter } from "@/lib/platform/periods"

/**
 * Seals all evidence of a unit's quarter when its assessment closes (domain.md § 3); nothing of it changes afterwards.
 * What was not accepted keeps the state it had. The closing command records the event.
 */
export async function sealQuarterWithin({ tx, now }: Work, { unitId, quarter }: { unitId: string; quarter: Quarter }): Promise<{ sealed: number }> {
  const sealed = await tx.$executeRaw`
    update "EvidenceUse" u
    set "sealedAt" = ${now}, status = case when u.status = 'accepted' then 'sealed' else u.status end, revision = u.revision + 1
    from "Obligation" o
    where o."unitId" = ${unitId}::uuid and o.quarter = ${quarter} and u."unitId" = o."unitId" and u."obligationId" = o.id
      and u."sealedAt" is null`
  return { sealed }
}
