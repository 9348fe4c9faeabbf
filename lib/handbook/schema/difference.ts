import { z } from "zod"

export const parts = ["nodes", "steps", "points", "positions"] as const
const part = z.enum(parts)

export const change = z.object({ part, code: z.string(), kind: z.enum(["added", "changed", "removed"]), fields: z.array(z.string()) })
const counts = z.object({ part, added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() })

/** How two contents differ; `moved`: the same things in another order. */
export const difference = z.object({ counts: z.array(counts), changes: z.array(change), titled: z.boolean(), moved: z.boolean() })

/** Something that is missing and may be added in the draft; `codes` are the first that lack it. */
const lack = z.object({ what: z.string(), count: z.number(), codes: z.array(z.string()) })
export type Lack = z.infer<typeof lack>

/** What a preview is about: the content as it was then, and what would become of it. */
export const importSummary = z.object({
  difference: difference.nullable(),
  /** The edition compared with, by number, and the version that it had; null when there was none. */
  base: z.object({ id: z.string(), number: z.string(), version: z.number() }).nullable(),
  lacks: z.array(lack).default([]),
})

export type Part = z.infer<typeof part>
export type Change = z.infer<typeof change>
export type Difference = z.infer<typeof difference>
export type ImportSummary = z.infer<typeof importSummary>
