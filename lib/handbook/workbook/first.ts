import type { Actor } from "@/lib/platform/actor"
import type { Day } from "@/lib/platform/days"
import type { Result } from "@/lib/platform/refusal"
import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { importFile } from "./import"

/** The workbook that a new installation begins with, from the project's folder. */
export const firstWorkbook = "prisma/handbook/first-workbook.xlsx"

/** Loads a workbook into an installation that has no handbook yet, and publishes it from a quarter's first day. */
export async function loadFirstHandbook(actor: Actor, effectiveFrom: Day, place = firstWorkbook): Promise<Result<{ id: string }>> {
  const staged = await importFile(actor, place, { draft: "new" })
  if (!staged.ok) return staged
  const draft = await confirmImport(actor, { id: staged.value.id })
  if (!draft.ok) return draft
  const submitted = await submitEdition(actor, { id: draft.value.editionId })
  return submitted.ok ? publishEdition(actor, { id: draft.value.editionId, effectiveFrom }) : submitted
}
