import type { Work } from "@/lib/platform/door"
import { found, refuse } from "@/lib/platform/refusal"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import { contentIn } from "@/lib/handbook/queries/content"

/** What an import is compared with: the draft that it goes into, or the published edition that a new draft begins from. */
export type Base = { id: string; number: string; version: number; isDraft: boolean; content: HandbookContent }

const select = { id: true, number: true, version: true, status: true } as const

/** `draft`: an open draft's id, or "new"; unless told, the latest open draft if there is one. */
export async function baseWithin({ tx }: Work, draft: string | undefined): Promise<Base | null> {
  const given = draft === undefined || draft === "new" ? null : found(await tx.edition.findUnique({ where: { id: draft }, select }))
  if (given && given.status !== "draft") refuse("wrong-state", "handbook.refusals.notDraft")
  const open = given ?? (draft === "new" ? null : await tx.edition.findFirst({ where: { status: "draft" }, orderBy: { draftedAt: "desc" }, select }))
  const row = open ?? (await tx.edition.findFirst({ where: { status: "published" }, select }))
  return row && { id: row.id, number: row.number, version: row.version, isDraft: row.status === "draft", content: await contentIn(tx, row.id) }
}
