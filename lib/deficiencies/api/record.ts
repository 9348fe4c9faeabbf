import { z } from "zod"
import { type DeficiencyView, deficiencyOf } from "@/lib/deficiencies/queries/page"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"
import { gradeSchema } from "@/lib/deficiencies/schema/values"
import type { Actor } from "@/lib/platform/actor"
import { dayOf } from "@/lib/platform/days"

const step = z.object({ kind: z.string(), by: z.string().nullable(), at: z.iso.datetime(), reason: z.string() })

export const deficiencyJsonSchema = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), quarter: z.string(), kind: z.string(), financialReporting: z.boolean(), source: z.string(),
  testId: z.string().nullable(), pointId: z.string(), pointCode: z.string(), node: z.string(), frequency: z.string(), nature: z.string(),
  title: z.string(), description: z.string(), cause: z.string().nullable(), status: z.enum(deficiencyLifecycle.states), grade: gradeSchema.nullable(),
  ownerPersonId: z.string().nullable(), remediatorPersonId: z.string().nullable(), firstTesterPersonId: z.string().nullable(),
  confirmBy: z.string(), planDueOn: z.string().nullable(), overdue: z.boolean(), implementedOn: z.string().nullable(), acceptedUntil: z.string().nullable(),
  registeredAt: z.iso.datetime(), closedAt: z.iso.datetime().nullable(), predecessorId: z.string().nullable(), version: z.number().int(),
  guard: z.object({ runs: z.number(), samples: z.number(), from: z.string().nullable(), daysLeft: z.number().nullable(), baseDate: z.string(), lastImplementation: z.string() }),
  gradings: z.array(step.extend({ grade: gradeSchema, likelihood: z.string(), magnitude: z.number().nullable(), presumed: z.array(z.string()), materialFrom: z.number().nullable() })),
  confirmations: z.array(step),
  plans: z.array(z.object({ actions: z.string(), remediatorPersonId: z.string(), dueOn: z.string(), agreedBy: z.string().nullable(), agreedAt: z.iso.datetime() })),
  implementations: z.array(z.object({ implementedOn: z.string(), note: z.string(), reportedBy: z.string().nullable(), outcome: z.string().nullable(), decidedBy: z.string().nullable() })),
  retests: z.array(z.object({
    testerPersonId: z.string(), required: z.number(), outcome: z.string().nullable(), note: z.string().nullable(),
    samples: z.array(z.object({ occurredOn: z.string(), reference: z.string(), passed: z.boolean() })),
  })),
  closures: z.array(step),
  events: z.array(z.object({ event: z.string(), allowed: z.boolean(), code: z.string().optional(), who: z.array(z.string()).optional() })),
})

/** A deficiency for the API; null where it is not reached. */
export async function deficiencyJson(actor: Actor, id: string): Promise<z.input<typeof deficiencyJsonSchema> | null> {
  const view = await deficiencyOf(actor, id)
  return view && written(view)
}

function written({ record, deficiency, guard, possible, overdue }: DeficiencyView): z.input<typeof deficiencyJsonSchema> {
  const { nodeCode, confirmBy, planDueOn, implementedOn, acceptedUntil, registeredAt, closedAt, gradings, confirmations, plans, implementations, retests, closures, ...plain } = record
  return {
    ...plain, node: nodeCode, status: deficiency.status, grade: deficiency.grade, overdue, confirmBy: dayOf(confirmBy),
    planDueOn: planDueOn && dayOf(planDueOn), implementedOn: implementedOn && dayOf(implementedOn), acceptedUntil: acceptedUntil && dayOf(acceptedUntil),
    registeredAt: registeredAt.toISOString(), closedAt: closedAt && closedAt.toISOString(),
    guard: { runs: guard.runs, samples: guard.samples, from: guard.from, daysLeft: guard.daysLeft, baseDate: guard.baseDate, lastImplementation: guard.lastImplementation },
    gradings: gradings.map(({ kind, by, at, reason, grade, likelihood, magnitude, presumed, materialFrom }) => ({
      kind, by, at: at.toISOString(), reason, grade: gradeSchema.parse(grade), likelihood, presumed,
      magnitude: magnitude === null ? null : Number(magnitude), materialFrom: materialFrom === null ? null : Number(materialFrom),
    })),
    confirmations: confirmations.map(({ outcome, by, at, reason }) => ({ kind: outcome, by, at: at.toISOString(), reason })),
    plans: plans.map((plan) => ({ ...plan, dueOn: dayOf(plan.dueOn), agreedAt: plan.agreedAt.toISOString() })),
    implementations: implementations.map((one) => ({ ...one, implementedOn: dayOf(one.implementedOn) })),
    retests: retests.map(({ testerPersonId, required, outcome, note, samples }) => ({
      testerPersonId, required, outcome, note, samples: samples.map((sample) => ({ occurredOn: dayOf(sample.occurredOn), reference: sample.reference, passed: sample.passed })),
    })),
    closures: closures.map(({ kind, by, at, reason }) => ({ kind, by, at: at.toISOString(), reason })),
    events: possible.map(({ event, verdict }) => (verdict.allowed ? { event, allowed: true } : { event, allowed: false, code: verdict.refusal.code, who: verdict.refusal.who })),
  }
}
