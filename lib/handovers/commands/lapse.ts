import { departWithin } from "@/lib/handovers/commands/depart"
import { type Lapsed, lapsedIn } from "@/lib/handovers/queries/lapsed"
import { type Actor, job } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, asReader, type Work } from "@/lib/platform/door"

const why = { account: "account", role: "ended", position: "positionEnded", "one-position": "positionEnded", testing: "testing" } as const

/**
 * Opens the handovers of those whose role, position or loan has ended by its date, as leaving by hand does: without anybody
 * doing anything, nobody goes on answering who cannot (domain.md § 2). Gives how many it opened.
 */
export async function beginLapsed(at?: Date): Promise<number> {
  const actor: Actor = { ...job, at }
  const lapsed = await asReader(actor, ({ tx, now }) => lapsedIn(tx, today(now)))
  let begun = 0
  for (const { unitId, personId } of lapsed) {
    const done = await asActor(actor, "handovers.begin-lapsed", (work) => beginOne(work, { unitId, personId }))
    if (done.ok && done.value) begun += 1
  }
  return begun
}

// Judged anew under the person's lock: meanwhile somebody may have granted the role again.
async function beginOne(work: Work, { unitId, personId }: { unitId: string; personId: string }): Promise<boolean> {
  const day = today(work.now)
  await work.tx.$queryRaw`select id from "Person" where id = ${personId}::uuid for update`
  const [still] = await lapsedIn(work.tx, day, { unitIds: [unitId], personId })
  if (!still) return false
  const left = still.ended === "position" || still.ended === "one-position" ? await leftIn(work, still) : undefined
  const kinds = still.ended === "testing" ? (["test", "review"] as const) : undefined
  return (await departWithin(work, { unitId, personId, leavesOn: day, why: why[still.ended], left, kinds })) !== null
}

async function leftIn({ tx, now }: Work, { unitId, personId }: Lapsed): Promise<{ holdingId: string; positionId: string }[]> {
  return tx.$queryRaw<{ holdingId: string; positionId: string }[]>`
    select distinct on (h."positionId") h.id as "holdingId", h."positionId" from "PositionHolding" h
    where h."unitId" = ${unitId}::uuid and h."personId" = ${personId}::uuid and h."to" <= ${today(now)}::date and not exists (
      select 1 from "PositionHolding" o where o."unitId" = h."unitId" and o."personId" = h."personId" and o."positionId" = h."positionId" and (o."to" is null or o."to" > ${today(now)}::date))
    order by h."positionId", h."to" desc`
}
