import type { Work } from "@/lib/platform/door"
import { today } from "@/lib/platform/days"
import { newId } from "@/lib/platform/ids"
import { refuse } from "@/lib/platform/refusal"
import { nextNumber } from "@/lib/handbook/rules/edition"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Base } from "./base"

type Draft = { base: Base | null; content: HandbookContent; number?: string; parentId?: string }

/** The draft that a content is written into: the base itself if it is one, else a new one of this number. */
export async function draftWithin({ tx, now, actor }: Work, { base, content, number, parentId }: Draft): Promise<{ id: string; number: string }> {
  const said = {
    titleZh: content.title?.zh ?? "", titleEn: content.title?.en ?? "", departments: content.departments, positions: content.positions,
  }
  if (base?.isDraft) {
    const { count } = await tx.edition.updateMany({ where: { id: base.id, version: base.version, status: "draft" }, data: { ...said, version: { increment: 1 } } })
    if (count === 0) refuse("stale-version", "handbook.refusals.draftMoved")
    return { id: base.id, number: base.number }
  }
  const taken = (await tx.edition.findMany({ select: { number: true } })).map((edition) => edition.number)
  const chosen = number ?? nextNumber(Number(today(now).slice(0, 4)), taken)
  if (taken.includes(chosen)) refuse("conflict", "handbook.refusals.numberTaken", { params: { number: chosen } })
  const id = newId()
  await tx.edition.create({ data: { id, number: chosen, parentId, ...said, draftedBy: actor.personId, draftedAt: now } })
  return { id, number: chosen }
}
