import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { companyIn } from "@/lib/handbook/queries/company"
import { amendmentNumber, nextNumber } from "@/lib/handbook/rules/edition"
import type { BeginDraft } from "@/lib/handbook/schema/inputs"
import { baseWithin } from "./base"
import { draftWithin } from "./draft"
import { writeContentWithin } from "./write-content"

/**
 * A new draft that begins as the edition published last: the next edition, or an amendment, which corrects it, has it as
 * its parent and counts on from its number (domain.md § 1).
 */
export async function beginDraft(actor: Actor, input: BeginDraft): Promise<Result<{ id: string; number: string }>> {
  return asActor(actor, "handbook.begin-draft", async (work) => {
    const company = found(await companyIn(work.tx))
    permit(mayKeepHandbook(actor, company.id), { unitId: company.id })
    const base = (await baseWithin(work, "new")) ?? refuse("conflict", "handbook.refusals.noEdition")
    const taken = (await work.tx.edition.findMany({ select: { number: true } })).map(({ number }) => number)
    const isAmendment = input.kind === "amendment"
    const number = isAmendment ? amendmentNumber(base.number, taken) : nextNumber(Number(today(work.now).slice(0, 4)), taken)
    const draft = await draftWithin(work, { base, content: base.content, number, parentId: isAmendment ? base.id : undefined })
    await writeContentWithin(work, draft.id, base.content)
    await record(work, {
      type: isAmendment ? "handbook.amendment-begun" : "handbook.draft-begun", unitId: company.id,
      subjects: [{ kind: "edition", id: draft.id }, { kind: "edition", id: base.id }], params: { number: draft.number, base: base.number },
    })
    return draft
  })
}
