import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepCalendar } from "@/lib/units/policy"
import { isPlannedIn } from "@/lib/units/queries/calendar"
import { unitOf } from "@/lib/units/queries/units"
import type { SetFiscalYear } from "@/lib/units/schema"

/** Sets the month with which the fiscal year begins: of the company, for all its units, before anything is planned (domain.md, "Always"). */
export async function setFiscalYear(actor: Actor, input: SetFiscalYear): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.set-fiscal-year", async (work) => {
    await work.tx.$queryRaw`select id from "Unit" where id = ${input.unitId}::uuid for update`
    const unit = fresh(found(await unitOf(work.tx, input.unitId)), input.version)
    permit(mayKeepCalendar(actor, unit), { unitId: unit.id })
    if (await isPlannedIn(work.tx)) refuse("wrong-state", "units.refusals.fiscalFixed")
    await work.tx.unit.update({ where: { id: unit.id }, data: { fiscalYearStartMonth: input.month, version: { increment: 1 } }, select: { id: true } })
    await record(work, {
      type: "units.fiscal-year-set", unitId: unit.id, subjects: [{ kind: "unit", id: unit.id }], params: { month: input.month },
      before: { month: unit.fiscalYearStartMonth }, after: { month: input.month },
    })
    return { id: unit.id }
  })
}
