import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, dayOf, today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { accept, found, fresh, permit, type Result } from "@/lib/platform/refusal"
import { mayClose } from "@/lib/units/policy"
import { unitOf } from "@/lib/units/queries/units"
import { closing } from "@/lib/units/rules"
import type { SetClosing } from "@/lib/units/schema"

/** Gives a unit the day from which it is no more, moves that day or takes it back; what is there stays and can be read (domain.md § 2). */
export async function setClosing(actor: Actor, input: SetClosing): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.set-closing", async (work) => {
    // With what is above and below, whose days bound this one.
    await work.tx.$queryRaw`
      select id from "Unit" where id = ${input.unitId}::uuid or "parentId" = ${input.unitId}::uuid or id = (select "parentId" from "Unit" where id = ${input.unitId}::uuid) order by id for update`
    const unit = fresh(found(await unitOf(work.tx, input.unitId)), input.version)
    permit(mayClose(actor), { unitId: unit.id })
    const before = unit.to && dayOf(unit.to)
    const to = accept(closing({ ...unit, from: unit.from && dayOf(unit.from), to: before }, input.to ?? null, today(work.now), await aroundIn(work.tx, unit)))
    await work.tx.unit.update({ where: { id: unit.id }, data: { to: to && dateOf(to), version: { increment: 1 } }, select: { id: true } })
    await record(work, {
      type: "units.closing-set", unitId: unit.id, subjects: [{ kind: "unit", id: unit.id }], params: { name: unit.nameZh, nameEn: unit.nameEn, to: to ?? "—" },
      before: { to: before }, after: { to }, why: input.reason,
    })
    return { id: unit.id }
  })
}

async function aroundIn(tx: Tx, { id, parentId }: { id: string; parentId: string | null }) {
  const rows = await tx.unit.findMany({ where: { OR: [{ parentId: id }, { id: parentId ?? id }] }, orderBy: { code: "asc" }, select: { id: true, code: true, parentId: true, to: true } })
  const spelled = rows.map((row) => ({ ...row, to: row.to && dayOf(row.to) }))
  return { above: spelled.find((row) => row.id === parentId)?.to ?? null, below: spelled.filter((row) => row.parentId === id) }
}
