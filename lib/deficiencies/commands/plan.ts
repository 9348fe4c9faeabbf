import type { AgreePlan, About, DecideExtension, RequestExtension } from "@/lib/deficiencies/schema/inputs"
import { remedyOf, withHands } from "@/lib/deficiencies/rules/remedy"
import type { Actor } from "@/lib/platform/actor"
import { dateOf, dayOf } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { refuse, type Result } from "@/lib/platform/refusal"
import { peopleIn } from "@/lib/units/queries/people"
import { type Changed, changeDeficiency } from "./change"

/** What will be done, by whom, until when; the cause must be known, since it routes the remedy (domain.md § 5). */
export async function agreePlan(actor: Actor, input: AgreePlan): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "agree-plan", done: "plan-agreed" }, async ({ tx, now }, { deficiency, row, day }) => {
    const cause = input.cause ?? deficiency.cause
    const remediator = input.remediatorPersonId ?? deficiency.ownerPersonId
    if (cause === null) return wrong("cause", "causeMissing")
    if (remediator === null) return wrong("remediatorPersonId", "remediatorMissing")
    if (!(await peopleIn(tx, row.unitId, day)).some(({ id }) => id === remediator)) return wrong("remediatorPersonId", "remediatorUnknown")
    if (input.dueOn < day) return wrong("dueOn", "dueInPast")
    await tx.remediationPlan.create({
      data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, actions: input.actions, remediatorPersonId: remediator, dueOn: dateOf(input.dueOn), agreedBy: actor.personId, agreedAt: now },
    })
    // Whoever an earlier plan named had a part in the remedy, begun or not, and does not judge it.
    const replaced = row.remediatorPersonId === null || row.remediatorPersonId === remediator ? row.remediedBy : withHands(row.remediedBy, row.remediatorPersonId)
    return {
      set: { cause, remediatorPersonId: remediator, remediedBy: replaced, planDueOn: dateOf(input.dueOn), acceptedUntil: null },
      after: { cause, remedy: remedyOf(cause), remediator, dueOn: input.dueOn, actions: input.actions },
      params: { day: input.dueOn },
    }
  })
}

export async function startRemediation(actor: Actor, input: About): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "start-remediation", done: "remediation-started" }, (_, { row }) => ({
    set: { remediedBy: withHands(row.remediedBy, row.remediatorPersonId, actor.personId) },
  }))
}

export async function requestExtension(actor: Actor, input: RequestExtension): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "request-extension", done: "extension-requested" }, async ({ tx, now }, { deficiency, row, day }) => {
    if (input.dueOn <= (deficiency.planDueOn ?? "") || input.dueOn < day) return wrong("dueOn", "extensionNotLater")
    await tx.planExtension.create({
      data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, dueOn: dateOf(input.dueOn), reason: input.reason, requestedBy: actor.personId, requestedAt: now },
    })
    return { after: { requested: input.dueOn }, params: { day: input.dueOn }, why: input.reason }
  })
}

export async function decideExtension(actor: Actor, input: DecideExtension): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "decide-extension", done: "extension-decided" }, async ({ tx, now }, { deficiency, row }) => {
    const asked = deficiency.extension ?? refuse("wrong-state", "deficiencies.refusals.noExtension")
    await tx.planExtension.update({
      where: { id: asked.id },
      data: { granted: input.granted, decisionNote: input.reason, decidedBy: actor.personId, decidedAt: now },
    })
    return {
      set: input.granted ? { planDueOn: dateOf(asked.dueOn) } : {},
      after: { granted: input.granted, dueOn: input.granted ? asked.dueOn : row.planDueOn && dayOf(row.planDueOn) },
      params: { granted: input.granted ? "yes" : "no", day: asked.dueOn },
      why: input.reason,
    }
  })
}

function wrong(path: string, key: string): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path, message: `deficiencies.errors.${key}` }] })
}
