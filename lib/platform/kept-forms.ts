import { randomUUID } from "node:crypto"
import type { Refusal } from "@/lib/platform/refusal"

/**
 * What somebody typed into a form with files that was refused while their browser ran no scripts: the page that they are
 * sent back to reads it once more from here (docs/decisions/008-refused-uploads.md). Files cannot be given back to a browser.
 */
export type KeptForm = { refusal: Refusal; values: Record<string, string | string[]> }
type Kept = KeptForm & { personId: string; until: number }

declare global {
  var keypointKeptForms: Map<string, Kept> | undefined
}

const lasts = 15 * 60_000
const most = 300

/** Keeps a refused form for a quarter of an hour; answers the word for the address. */
export function keepForm(personId: string, form: KeptForm, now = Date.now()): string {
  const kept = (globalThis.keypointKeptForms ??= new Map())
  for (const [id, { until }] of kept) if (until < now || kept.size >= most) kept.delete(id)
  const id = randomUUID()
  kept.set(id, { ...form, personId, until: now + lasts })
  return id
}

/** The refused form behind a word of the address, if it is this person's and not too old. */
export function keptForm(personId: string | null, id: string | undefined, now = Date.now()): KeptForm | null {
  const kept = id === undefined ? undefined : globalThis.keypointKeptForms?.get(id)
  return kept && kept.personId === personId && kept.until >= now ? { refusal: kept.refusal, values: kept.values } : null
}
