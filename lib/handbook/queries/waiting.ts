import { mayKeepHandbook, mayReturn } from "@/lib/handbook/policy"
import type { Work } from "@/lib/platform/door"
import { companyIn } from "./company"

export type WaitingEdition = { id: string; number: string; toReview: boolean }

/** Editions that wait for the person: submitted for a second person's review, or returned to who had a hand in them. */
export async function editionsWaitingIn({ tx, actor }: Work): Promise<WaitingEdition[]> {
  // Most people keep no handbook, and their first page asks nothing more for it.
  if (!actor.grants.some(({ role }) => role === "control-office")) return []
  const company = await companyIn(tx)
  if (!company || !mayKeepHandbook(actor, company.id).allowed) return []
  const open = await tx.edition.findMany({
    where: { OR: [{ status: "in-review" }, { status: "draft", returnReason: { not: null } }] }, orderBy: { draftedAt: "asc" },
    select: { id: true, number: true, status: true, draftedBy: true, submittedBy: true, hands: true, imports: { where: { confirmedAt: { not: null } }, select: { uploadedBy: true } } },
  })
  return open.flatMap(({ id, number, status, imports, hands, ...edition }) => {
    const importedBy = [...hands, ...imports.flatMap(({ uploadedBy }) => uploadedBy ?? [])]
    const isOther = mayReturn(actor, { ...edition, importedBy, companyId: company.id, isFirst: false }).allowed
    const toReview = status === "in-review"
    return toReview === isOther ? [{ id, number, toReview }] : []
  })
}
