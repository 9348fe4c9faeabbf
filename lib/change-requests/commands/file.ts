import { record } from "@/lib/audit/record"
import { mayFile } from "@/lib/change-requests/policy"
import { subjectIn } from "@/lib/change-requests/queries/subject"
import { changeRequestLifecycle } from "@/lib/change-requests/rules/lifecycle"
import { same, type ChangeField, type Wording } from "@/lib/change-requests/rules/fields"
import type { SubmitRequest } from "@/lib/change-requests/schema"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { unitOf } from "@/lib/units/queries/units"

/** A unit's proposal on a point or step of the edition in force, with its own practice and the reason (domain.md § 1). */
export async function submitRequest(actor: Actor, input: SubmitRequest): Promise<Result<{ id: string; number: string }>> {
  return asActor(actor, "change-requests.submit", async (work) => {
    const { tx, now } = work
    const unit = found(await unitOf(tx, input.unitId))
    permit(mayFile(actor, unit.id), { unitId: unit.id })
    const subject = (await subjectIn(tx, input.code)) ?? wrong("code")
    const present = subject.present(input.field) ?? wrong("field")
    const proposed = wordingFrom(input.field, input)
    if (same(present, proposed)) wrong("same")
    const year = Number(today(now).slice(0, 4))
    const number = `修-${year}-${String(await nextNumber(work, unit.id, "change-request", year)).padStart(3, "0")}`
    const id = newId()
    await tx.changeRequest.create({
      data: {
        id, unitId: unit.id, number, pointId: subject.pointId, code: subject.code, editionId: subject.editionId, field: input.field, present, proposed,
        practice: input.practice, reason: input.reason, status: changeRequestLifecycle.initial, filedBy: actor.personId, filedAt: now,
      },
      select: { id: true },
    })
    await record(work, {
      type: "change-requests.submitted", unitId: unit.id, subjects: [{ kind: "change-request", id }, ...(subject.pointId ? [{ kind: "point" as const, id: subject.pointId }] : [])],
      params: { number, code: subject.code }, before: { [input.field]: present }, after: { [input.field]: proposed, practice: input.practice }, why: input.reason,
    })
    return { id, number }
  })
}

/** A form's words as a wording: a code for what comes from a list, else a text in one or both languages. */
export function wordingFrom(field: ChangeField, { proposed, proposedEn }: { proposed: string; proposedEn: string | null }): Wording {
  const coded: readonly string[] = ["frequency", "ownerPosition", "position"]
  return coded.includes(field) ? { value: proposed } : { zh: proposed, en: proposedEn }
}

function wrong(what: "code" | "field" | "same"): never {
  return refuse("invalid", "common.refusals.invalid", { errors: [{ path: what === "same" ? "proposed" : what, message: `change-requests.errors.${what}` }] })
}
