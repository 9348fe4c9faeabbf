import { mayReview, reviewsAnywhere } from "@/lib/evidence/policy"
import { type Heading, headingsIn } from "@/lib/handbook/queries/headings"
import { noteAllFixed, shownOfKept } from "@/lib/handbook/queries/kept"
import type { Actor, Text } from "@/lib/platform/actor"
import { askAtOnce, type Question, rowsOf, type Told } from "@/lib/platform/at-once"
import { type Day, today } from "@/lib/platform/days"
import { asReader, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { ownerOn, performersOn } from "@/lib/units/queries/ownership"

type Row = {
  id: string; unitId: string; recordId: string; number: string; version: number; occurred: boolean; late: boolean; submittedAt: Date
  submittedBy: string | null; performedBy: string | null; pointId: string; pointVersionId: string; period: string; dueOn: Day; files: number
}
export type Waiting = Told<Row & { owner: string | null; performers: string[]; nameZh: string | null; nameEn: string | null }>
export type WaitingUse = Row & Heading & { submitter: Text | null }

/** What waits for this reviewer's decision, oldest first; what they may not judge is left out. `unitId` narrows it to one unit. */
export async function waitingUses(actor: Actor, unitId: string | undefined, limit: number): Promise<{ items: WaitingUse[]; more: boolean }> {
  return asReader(actor, async (work) => {
    if (!reviewsAnywhere(actor)) return { items: [], more: false }
    const { waiting, editionsShown } = await askAtOnce(work.tx, { waiting: waitingOf(actor, unitId, today(work.now)), editionsShown: shownOfKept() })
    noteAllFixed(work.tx, editionsShown)
    return waitingShown(work, waiting, limit)
  })
}

/** The first 500 that wait in the units that a reviewer reaches, whoever may judge them; `waitingShown` makes the list of it. */
export function waitingOf(actor: Actor, unitId: string | undefined, day: Day): Question<Waiting[]> {
  const units = (actor.units ?? []).map((unit) => unit.id).filter((id) => unitId === undefined || id === unitId)
  const point = [Prisma.sql`w."unitId"`, Prisma.sql`w."pointId"`, day] as const
  return rowsOf(Prisma.sql`
    with waiting as materialized (
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
      order by u."submittedAt", u.id limit 500)
    select w.*, n."nameZh", n."nameEn", ${ownerOn(...point)} as owner, ${performersOn(...point)} as performers
    from waiting w left join kp_person_names(array(select distinct "submittedBy" from waiting)) n on n.id = w."submittedBy"
    order by w."submittedAt", w.id`)
}

/** Of these the first that a reviewer may judge, worded; and whether there are more. */
export async function waitingShown({ tx, actor }: Work, waiting: readonly Waiting[], limit: number): Promise<{ items: WaitingUse[]; more: boolean }> {
  const mine = waiting.filter(({ owner, performers, ...row }) => mayReview(actor, { ...row, answering: [{ owner, performers }] }).allowed)
  const shown = mine.slice(0, limit)
  const headings = await headingsIn(tx, shown.map((row) => row.pointVersionId))
  const items = shown.flatMap(({ owner: _, performers: __, nameZh, nameEn, submittedAt, ...row }) => {
    const heading = headings.get(row.pointVersionId)
    return heading ? [{ ...row, ...heading, submittedAt: new Date(submittedAt), submitter: nameZh === null ? null : { zh: nameZh, en: nameEn } }] : []
  })
  return { items, more: mine.length > limit }
}
