import type { Work } from "@/lib/platform/door"
import { found, refuse } from "@/lib/platform/refusal"
import { pointContent, stepContent, type HandbookContent, type PointContent, type StepContent } from "@/lib/handbook/schema/content"
import { pointOf } from "@/lib/handbook/queries/content"
import { pointOfEditionIn } from "@/lib/handbook/queries/points"
import type { PointVersionRow } from "@/lib/handbook/queries/rows"
import { baseWithin } from "./base"
import { draftWithin } from "./draft"
import { pointRow, writeContentWithin } from "./write-content"

export type OpenDraft = { id: string; number: string; content: Pick<HandbookContent, "departments" | "positions"> }

/** The draft that a change goes into: the one given, else the latest open draft, else a new one that begins as the edition in force. */
export async function openDraftWithin(work: Work, draft?: string): Promise<OpenDraft> {
  const base = found(await baseWithin(work, draft))
  if (base.isDraft) return base
  const made = await draftWithin(work, { base, content: base.content })
  await writeContentWithin(work, made.id, base.content)
  return { ...made, content: base.content }
}

/** A point of a draft, locked for a change. */
export async function draftedPointWithin(work: Work, editionId: string, pointId: string): Promise<{ row: PointVersionRow; content: PointContent }> {
  await lockDraft(work, editionId)
  const row = found(await pointOfEditionIn(work.tx, pointId, editionId))
  return { row, content: pointContent.parse(pointOf(row)) }
}

/** Writes a point of a draft anew; whoever does so has had a hand in the edition and will not publish it. */
export async function writePointWithin(work: Work, row: PointVersionRow, content: PointContent): Promise<void> {
  await work.tx.pointVersion.update({ where: { id: row.id }, data: { ...pointRow(content), kinds: content.kinds ?? row.kinds }, select: { id: true } })
  await noteHand(work, row.editionId)
}

/** A step of a draft by its code, locked for a change. */
export async function draftedStepWithin(work: Work, editionId: string, code: string): Promise<{ id: string; content: StepContent }> {
  await lockDraft(work, editionId)
  const { id, titleZh, titleEn, ...rest } = found(await work.tx.step.findUnique({ where: { editionId_code: { editionId, code } }, select: stepSelect }))
  return { id, content: stepContent.parse({ ...rest, title: { zh: titleZh, en: titleEn } }) }
}

export async function writeStepWithin(work: Work, editionId: string, id: string, { title, ...content }: StepContent): Promise<void> {
  await work.tx.step.update({ where: { id }, data: { ...content, titleZh: title.zh, titleEn: title.en }, select: { id: true } })
  await noteHand(work, editionId)
}

const stepSelect = { id: true, code: true, titleZh: true, titleEn: true, department: true, position: true, documentsIn: true, documentsOut: true } as const

async function lockDraft({ tx }: Work, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`select status from "Edition" where id = ${id}::uuid for update`
  if (found(row).status !== "draft") refuse("wrong-state", "handbook.refusals.notDraft")
}

async function noteHand({ tx, actor }: Work, id: string): Promise<void> {
  await tx.$executeRaw`
    update "Edition" set version = version + 1,
      hands = case when ${actor.personId}::uuid is null or ${actor.personId}::uuid = any (hands) then hands else hands || ${actor.personId}::uuid end
    where id = ${id}::uuid`
}
