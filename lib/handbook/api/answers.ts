import { z } from "zod"
import { mapping, tablePlace } from "@/lib/handbook/schema/mapping"

const named = z.object({ value: z.string(), label: z.string() })
const time = z.union([z.date(), z.string()])

/** What an upload answers. */
export const stagedAnswer = z.object({ id: z.uuid(), foreign: z.boolean(), problems: z.number(), differs: z.boolean(), added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() })

/** An upload with its preview. */
export const importAnswer = z.object({
  id: z.uuid(), name: z.string(), size: z.number(), sha256: z.string(), editionId: z.uuid().nullable(), uploadedAt: time, confirmedAt: time.nullable(), foreign: z.boolean(),
  matchedBy: tablePlace.nullable(), base: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  counts: z.array(z.object({ part: z.string(), added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() })),
  lacks: z.array(z.object({ what: z.string(), count: z.number(), codes: z.array(z.string()) })),
  problems: z.array(z.object({ code: z.string(), detail: z.string(), sheet: z.string().nullable(), cell: z.string().nullable() })),
})

/** How columns and values may be matched. */
export const matchingAnswer = z.object({
  id: z.uuid(), sheets: z.array(z.object({ name: z.string(), rows: z.number() })), place: tablePlace, rows: z.number(),
  kept: z.array(z.object({ id: z.uuid(), name: z.string(), same: z.boolean() })), matching: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  columns: z.array(z.object({ letters: z.string(), heading: z.string(), nth: z.number(), samples: z.array(z.string()), field: z.string() })),
  fields: z.array(named.extend({ required: z.boolean() })),
  lists: z.array(z.object({ list: z.string(), values: z.array(z.object({ theirs: z.string(), count: z.number(), ours: z.string() })), options: z.array(named) })),
  lack: z.array(z.object({ field: z.string(), label: z.string(), count: z.number().nullable(), options: z.array(named).nullable(), value: z.string() })),
  codes: z.string(), rest: z.string(),
})

export const keptAnswer = z.object({ id: z.uuid(), name: z.string(), headings: z.array(z.string()), mapping, keptAt: time, version: z.number() })
