import { record } from "@/lib/audit/record"
import { about, tellSigners, words } from "@/lib/handovers/commands/tell"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { openStates, remindsOn } from "@/lib/handovers/rules/lifecycle"
import { job } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"

/** Writes to those whom an open departure waits for, once nothing has happened for three days, and again every three days. Gives how many departures. */
export async function remindHandovers(at?: Date): Promise<number> {
  const actor = { ...job, at }
  const open = await asReader(actor, ({ tx }) => tx.handover.findMany({ where: { status: { in: [...openStates] } }, orderBy: { id: "asc" }, select: { id: true } }))
  let reminded = 0
  for (const { id } of open) {
    const done = await asActor(actor, "handovers.remind", async (work) => {
      await work.tx.$queryRaw`select id from "Handover" where id = ${id}::uuid for update`
      const handover = await handoverIn(work.tx, id)
      if (!handover || !remindsOn(handover, work.now)) return false
      await work.tx.handover.update({ where: { id }, data: { remindedAt: work.now }, select: { id: true } })
      await tellSigners(work, id, "reminder")
      await record(work, { type: "handovers.reminded", unitId: handover.unitId, subjects: about(handover), params: await words(work, handover) })
      return true
    })
    if (done.ok && done.value) reminded += 1
  }
  return reminded
}
