import { mayReview, reviewsAnywhere } from "@/lib/evidence/policy"
import { type Heading, headingsIn } from "@/lib/handbook/queries/headings"
import type { Actor, Text } from "@/lib/platform/actor"
import { type Day, dayOf, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { answeringIn } from "@/lib/units/queries/ownership"

type Row = {
  id: string; unitId: string; recordId: string; number: string; version: number; occurred: boolean; late: boolean; submittedAt: Date
  submittedBy: string | null; performedBy: string | null; pointId: string; pointVersionId: string; period: string; dueOn: Date; files: number
}
export type WaitingUse = Omit<Row, "dueOn"> & Heading & { dueOn: Day; submitter: Text | null }

/** What waits for this reviewer's decision, oldest first; what they may not judge is left out. `unitId` narrows it to one unit. */
export async function waitingUses(actor: Actor, unitId: string | undefined, limit: number): Promise<{ items: WaitingUse[]; more: boolean }> {
  return asReader(actor, (work) => waitingUsesIn(work, unitId, limit))
}

/** The same within a page's own transaction. */
export async function waitingUsesIn({ tx, now, actor }: Work, unitId: string | undefined, limit: number): Promise<{ items: WaitingUse[]; more: boolean }> {
  if (!reviewsAnywhere(actor)) return { items: [], more: false }
  const units = (actor.units ?? []).map((unit) => unit.id).filter((id) => unitId === undefined || id === unitId)
  const rows = await tx.$queryRaw<Row[]>`
    select u.id, u."unitId", v."recordId", r.number, v.version, v.occurred, u.late, u."submittedAt", v."submittedBy", v."performedBy",
      o."pointId", o."pointVersionId", o.period, o."dueOn",
      (select count(*)::int from "EvidenceFile" f where f."unitId" = v."unitId" and f."versionId" = v.id) as files
    from "EvidenceUse" u
    join "EvidenceVersion" v on v."unitId" = u."unitId" and v.id = u."versionId"
    join "EvidenceRecord" r on r."unitId" = v."unitId" and r.id = v."recordId"
    join "Obligation" o on o."unitId" = u."unitId" and o.id = u."obligationId"
    where u."unitId" = any (${units}::uuid[]) and u.status = 'submitted' and u."sealedAt" is null and not exists (
      select 1 from "EvidenceUse" later join "EvidenceVersion" w on w."unitId" = later."unitId" and w.id = later."versionId"
      where later."unitId" = u."unitId" and later."obligationId" = u."obligationId" and w."recordId" = v."recordId" and w.version > v.version)
    order by u."submittedAt", u.id limit 500`
  const answering = new Map<string, Awaited<ReturnType<typeof answeringIn>>>()
  for (const unit of new Set(rows.map((row) => row.unitId))) {
    answering.set(unit, await answeringIn(tx, unit, rows.filter((row) => row.unitId === unit).map((row) => row.pointId), today(now)))
  }
  const mine = rows.filter((row) => {
    const who = answering.get(row.unitId)?.get(row.pointId)
    return mayReview(actor, { ...row, answering: who ? [who] : [] }).allowed
  })
  const shown = mine.slice(0, limit)
  const headings = await headingsIn(tx, shown.map((row) => row.pointVersionId))
  const names = await namesOf(tx, shown.map((row) => row.submittedBy))
  const items = shown.flatMap((row) => {
    const heading = headings.get(row.pointVersionId)
    return heading ? [{ ...row, ...heading, dueOn: dayOf(row.dueOn), submitter: (row.submittedBy && names.get(row.submittedBy)) || null }] : []
  })
  return { items, more: mine.length > limit }
}
