import { record } from "@/lib/audit/record"
import { mayKeepPersonnel } from "@/lib/personnel/policy"
import { groundIn } from "@/lib/personnel/queries/ground"
import { compare, type Noticed } from "@/lib/personnel/rules/compare"
import type { CompareList } from "@/lib/personnel/schema"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { type FieldError, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { unitOf } from "@/lib/units/queries/units"

export type Compared = { joiners: number; movers: number; leavers: number; known: number }

/** Compares a personnel list with who is known: what differs is noticed and waits for a decision; what waits already is not noticed twice. */
export async function compareList(actor: Actor, input: CompareList): Promise<Result<Compared>> {
  return asActor(actor, "personnel.compare", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayKeepPersonnel(actor, { unitId: unit.id }), { unitId: unit.id })
    const ground = await groundIn(work.tx, work.now, input.rows.map(({ email }) => email.toLowerCase()))
    const { noticed, wrong } = compare(input.rows, ground, { unitId: unit.id, complete: input.complete, day: today(work.now) })
    const elsewhere = noticed.filter((one) => one.kind === "joiner" && ground.taken.has(one.email))
    const errors: FieldError[] = [
      ...wrong.map(({ row, value, key }) => ({ path: "file", message: `personnel.errors.${key}`, params: { row, value } })),
      ...elsewhere.map(({ email }) => ({ path: "file", message: "personnel.errors.elsewhere", params: { value: email } })),
    ]
    if (errors.length > 0) refuse("invalid", "common.refusals.invalid", { errors: errors.slice(0, 20) })
    for (const unitId of new Set(noticed.map((one) => one.unitId))) permit(mayKeepPersonnel(actor, { unitId }), { unitId })
    const fresh = await notice(work, noticed, { source: "list", listName: input.name })
    const count = (kind: Noticed["kind"]) => fresh.filter((one) => one.kind === kind).length
    return { joiners: count("joiner"), movers: count("mover"), leavers: count("leaver"), known: noticed.length - fresh.length }
  })
}

/** Keeps what is not waiting already, with one event in each unit. */
export async function notice({ tx, now, actor, ...rest }: Work, noticed: readonly Noticed[], from: { source: "list" | "sign-in"; listName: string | null }): Promise<Noticed[]> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('personnel'))::text`
  const waiting = await tx.personnelChange.findMany({ where: { status: { in: ["open", "agreed"] }, email: { in: noticed.map(({ email }) => email) } }, select: { kind: true, email: true } })
  const fresh = noticed.filter((one) => !waiting.some(({ kind, email }) => kind === one.kind && email === one.email))
  const rows = fresh.map(({ on, ...one }) => ({ ...one, ...from, id: newId(), on: on ? dateOf(on) : null, noticedBy: actor.personId, noticedAt: now }))
  await tx.personnelChange.createMany({ data: rows })
  for (const unitId of [...new Set(rows.map((row) => row.unitId))].toSorted()) {
    const here = rows.filter((row) => row.unitId === unitId)
    const count = (kind: Noticed["kind"]) => here.filter((row) => row.kind === kind).length
    await record({ tx, now, actor, ...rest }, {
      type: from.source === "list" ? "personnel.compared" : "personnel.noticed", unitId, subjects: here.map(({ id }) => ({ kind: "personnel-change", id })),
      params: { name: from.listName ?? "", joiners: count("joiner"), movers: count("mover"), leavers: count("leaver"), email: here[0]?.email ?? "" },
    })
  }
  return fresh
}
