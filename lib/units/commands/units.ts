import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { found, fresh, permit, refuse, type Result } from "@/lib/platform/refusal"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { mayAssign, mayKeepUnit } from "@/lib/units/policy"
import { peopleIn } from "@/lib/units/queries/people"
import { unitOf } from "@/lib/units/queries/units"
import { defaultMonthlyLimit } from "@/lib/units/rules"
import type { AddDepartment, AddPosition, FoundUnit, SetHead, SetLimit } from "@/lib/units/schema"
import { today } from "@/lib/platform/days"

/** Founds a unit below another; the company itself is founded by the seed or the operator. */
export async function foundUnit(actor: Actor, input: FoundUnit): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.found", async (work) => {
    const parent = input.parentId ? found(await unitOf(work.tx, input.parentId)) : null
    if ((input.kind === "company") !== (input.parentId === undefined)) {
      refuse("invalid", "common.refusals.invalid", { errors: [{ path: "kind", message: "units.errors.oneCompany" }] })
    }
    permit(mayKeepUnit(actor, { unitId: input.parentId ?? null }), { unitId: input.parentId })
    if (parent) refuseCeased(parent, today(work.now))
    const id = newId()
    const { parentId = null, graceDays, ...named } = input
    await work.tx.unit.create({ data: { id, parentId, graceDays, ...named, createdAt: work.now }, select: { id: true } })
    await record(work, { type: "units.founded", unitId: id, subjects: [{ kind: "unit", id }], params: words(input), after: { ...named, parentId } })
    return { id }
  })
}

export async function addDepartment(actor: Actor, input: AddDepartment): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.add-department", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayKeepUnit(actor, { unitId: unit.id }), { unitId: unit.id })
    const id = newId()
    await work.tx.department.create({ data: { id, ...input }, select: { id: true } })
    await record(work, { type: "units.department-added", unitId: unit.id, subjects: [{ kind: "department", id }], params: words(input), after: input })
    return { id }
  })
}

/** Names the head of a department, or leaves it without one. */
export async function setHead(actor: Actor, input: SetHead): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.set-head", async (work) => {
    await work.tx.$queryRaw`select id from "Department" where id = ${input.id}::uuid for update`
    const department = fresh(found(await work.tx.department.findUnique({ where: { id: input.id }, select: { id: true, unitId: true, nameZh: true, nameEn: true, headPersonId: true, version: true } })), input.version)
    permit(mayKeepUnit(actor, department), { unitId: department.unitId, id: department.id })
    const people = await peopleIn(work.tx, department.unitId, today(work.now))
    const head = input.personId ? found(people.find((person) => person.id === input.personId)) : null
    await work.tx.department.update({ where: { id: department.id }, data: { headPersonId: head?.id ?? null, version: { increment: 1 } }, select: { id: true } })
    await record(work, {
      type: "units.head-set", unitId: department.unitId, subjects: [{ kind: "department", id: department.id }, ...(head ? [{ kind: "person" as const, id: head.id }] : [])],
      params: { ...words(department), person: head?.nameZh ?? "—", personEn: head?.nameEn ?? "—" }, before: { headPersonId: department.headPersonId }, after: { headPersonId: head?.id ?? null },
    })
    return { id: department.id }
  })
}

export async function addPosition(actor: Actor, input: AddPosition): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.add-position", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayKeepUnit(actor, { unitId: unit.id }), { unitId: unit.id })
    const department = await work.tx.department.findUnique({ where: { id: input.departmentId }, select: { unitId: true } })
    if (department?.unitId !== unit.id) refuse("not-found", "common.refusals.not-found")
    const id = newId()
    await work.tx.position.create({ data: { id, ...input }, select: { id: true } })
    await record(work, { type: "units.position-added", unitId: unit.id, subjects: [{ kind: "position", id }], params: words(input), after: input })
    return { id }
  })
}

function words(named: { nameZh: string; nameEn: string }) {
  return { name: named.nameZh, nameEn: named.nameEn }
}

/** Sets how many obligations a month are too much for one owner of the unit; without a number the default holds again. */
export async function setLimit(actor: Actor, input: SetLimit): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.set-limit", async (work) => {
    await work.tx.$queryRaw`select id from "Unit" where id = ${input.unitId}::uuid for update`
    const unit = fresh(found(await unitOf(work.tx, input.unitId)), input.version)
    permit(mayAssign(actor, { unitId: unit.id, heads: [] }), { unitId: unit.id })
    const monthlyLimit = input.monthlyLimit ?? null
    await work.tx.unit.update({ where: { id: unit.id }, data: { monthlyLimit, version: { increment: 1 } }, select: { id: true } })
    await record(work, { type: "units.limit-set", unitId: unit.id, subjects: [{ kind: "unit", id: unit.id }], params: { ...words(unit), limit: monthlyLimit ?? defaultMonthlyLimit }, before: { monthlyLimit: unit.monthlyLimit }, after: { monthlyLimit } })
    return { id: unit.id }
  })
}
