import type { Facts } from "@/lib/audit/events"
import { record } from "@/lib/audit/record"
import { companyIn } from "@/lib/handbook/queries/company"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import type { Prisma } from "@/lib/platform/generated/client"
import { accept, found, fresh, permit, refuse, type Params, type Result, type Verdict } from "@/lib/platform/refusal"
import { mayScope } from "@/lib/scoping/policy"
import { scopeIn, type ScopeRow } from "@/lib/scoping/queries/scope"
import { step, type ScopeEvent } from "@/lib/scoping/rules/lifecycle"

export type Done = Result<{ id: string }>
type About = { id: string; version?: number }
/** What a change of a scope leaves: its own columns, and the words of its audit event. */
export type Made = { set?: Prisma.ScopeUncheckedUpdateManyInput; before?: Facts; after?: Facts; why?: string; params?: Params }
type Doing = { event: ScopeEvent; done: `scoping.${string}`; may?: (actor: Actor, scope: ScopeRow) => Verdict }

/**
 * One change of a scope: found, permitted, possible in its state, written with the version, recorded. The company's office
 * prepares unless told otherwise; whoever prepares is kept among the hands, which do not approve.
 */
export async function changeScope(actor: Actor, input: About, { event, done, may }: Doing, make: (work: Work, scope: ScopeRow) => Promise<Made>): Promise<Done> {
  return asActor(actor, done, async (work) => {
    const scope = await findForChange(work, input)
    permit(may ? may(actor, scope) : mayScope(actor, scope.unitId), scope)
    const status = accept(step(scope.status, event))
    const { set = {}, before, after, why, params } = await make(work, scope)
    await applyTo(work, scope, { status, ...set, ...(event === "change" ? { hands: withHand(scope, actor) } : {}) })
    await record(work, { type: done, unitId: scope.unitId, subjects: [{ kind: "scope", id: scope.id }], params: { year: String(scope.year), ...params }, before, after, why })
    return { id: scope.id }
  })
}

/** The scope, locked. Who does not reach the company changes none, so for them there is none. */
export async function findForChange({ tx }: Work, { id, version }: About): Promise<ScopeRow> {
  found(await companyIn(tx))
  await tx.$queryRaw`select id from "Scope" where id = ${id}::uuid for update`
  return fresh(found(await scopeIn(tx, id)), version)
}

export async function applyTo({ tx }: Work, scope: ScopeRow, data: Prisma.ScopeUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.scope.updateMany({ where: { id: scope.id, version: scope.version }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) refuse("stale-version", "common.refusals.stale-version")
}

function withHand({ hands }: ScopeRow, { personId }: Actor): string[] {
  return personId === null || hands.includes(personId) ? hands : [...hands, personId]
}

/** A refusal at one field. */
export function wrong(path: string, key: string, params?: Params): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path, message: `scoping.errors.${key}`, params }] })
}
