import { described } from "@/lib/evidence/queries/obligations"
import { standingIn } from "@/lib/evidence/queries/standing"
import { pointVersionIn } from "@/lib/handbook/queries/points"
import type { Actor, Text } from "@/lib/platform/actor"
import { dayOf, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { namesOf } from "@/lib/platform/names"
import { deputisingIn } from "@/lib/units/queries/deputies"
import { answeringIn } from "@/lib/units/queries/ownership"

export type ObligationView = NonNullable<Awaited<ReturnType<typeof obligationOf>>>

/** One obligation with its point as the edition words it, who answers for it, and what was logged; null where there is none to see. */
export async function obligationOf(actor: Actor, id: string) {
  if (!isId(id)) return null
  return asReader(actor, async ({ tx, now }) => {
    const day = today(now)
    const { items } = await standingIn(tx, day, { of: Prisma.sql`o.id = ${id}::uuid` }, 1)
    const [obligation] = await described(tx, items)
    const point = obligation && (await pointVersionIn(tx, obligation.pointVersionId))
    if (!obligation || !point) return null
    const { owner, performers } = (await answeringIn(tx, obligation.unitId, [obligation.pointId], day)).get(obligation.pointId) ?? { owner: null, performers: [] }
    const deputies = await deputisingIn(tx, obligation.unitId, day)
    const uses = await tx.evidenceUse.findMany({
      where: { obligationId: id },
      orderBy: { submittedAt: "desc" },
      select: { id: true, status: true, late: true, submittedAt: true, version: { select: { version: true, recordId: true, submittedBy: true, record: { select: { number: true } } } } },
    })
    const names = await namesOf(tx, [owner, ...performers, ...uses.map((use) => use.version.submittedBy)])
    const known = (person: string | null): Text | null => (person && names.get(person)) || null
    const others = await standingIn(tx, day, {
      of: Prisma.sql`o."unitId" = ${obligation.unitId}::uuid and o."pointId" = ${obligation.pointId}::uuid and o.id <> ${id}::uuid and o."periodStart" <= ${day}::date`,
      standing: Prisma.sql`o.status in ('due', 'overdue', 'upcoming')`,
    }, 20)
    const [closing] = await tx.$queryRaw<{ closed: boolean }[]>`select kp_quarter_closed(${obligation.unitId}::uuid, ${obligation.quarter}) as closed`
    return {
      obligation, point, today: day, blocked: whyBlocked(closing?.closed ?? false, obligation.periodStart > day), answering: { owner, performers, deputies }, ownerName: known(owner),
      people: [owner, ...performers].flatMap((person) => { const name = known(person); return person && name ? [{ id: person, name }] : [] }),
      uses: uses.map(({ version, ...use }) => ({ ...use, recordId: version.recordId, number: version.record.number, version: version.version, submitter: known(version.submittedBy), submittedOn: dayOf(use.submittedAt) })),
      others: others.items.filter((other) => other.kind === obligation.kind),
    }
  })
}

/** Why nothing can be logged for it, whoever asks. */
function whyBlocked(closed: boolean, early: boolean): "closed" | "notBegun" | null {
  if (closed) return "closed"
  return early ? "notBegun" : null
}
