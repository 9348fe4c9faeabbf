import { z } from "zod"

const word = z.string().max(300)
/** Lists whose values are matched by hand. */
export const matchedLists = ["nodes", "departments", "positions", "unitKinds", "assertions", "components", "aspects", "frequencies", "effects", "natures", "evidenceKinds", "provenance"] as const
export type MatchedList = (typeof matchedLists)[number]

/** What stands for a value that is left out, taken as it is, or makes a new process or element. */
export const special = { drop: "-", add: "+", process: "+process", element: "+soft-element" } as const
/** A fixed content that repeats the row's owner position. */
export const sameAsOwner = "="

/** Where the table lies: sheets with the same headings, and the row of the headings. */
export const tablePlace = z.object({ sheets: z.array(word).min(1).max(50), row: z.number().int().min(1).max(200) })
export type TablePlace = z.infer<typeof tablePlace>

/** One of their columns, known by its heading (the nth that is called so), and the field it is matched with. */
export const matchedColumn = z.object({ heading: word, nth: z.number().int().min(0), field: z.string().max(60) })
export type MatchedColumn = z.infer<typeof matchedColumn>

/** How a workbook that somebody else shaped becomes ours (domain.md § 1). */
export const mapping = tablePlace.extend({
  columns: z.array(matchedColumn).max(200),
  /** For each list, their value as it compares, and ours. */
  values: z.partialRecord(z.enum(matchedLists), z.record(word, word)),
  /** What stands in rows where a field is empty. */
  fixed: z.record(z.string().max(60), z.string().max(4000)),
  codes: z.enum(["tidied", "numbered"]),
  /** What becomes of the handbook's points that the table does not have. */
  rest: z.enum(["keep", "remove"]),
})
export type Mapping = z.infer<typeof mapping>

export const mappingName = z.string().trim().max(100, "mapping.errors.name")

/** A kept matching to be removed, as it was seen. */
export const removeMapping = z.object({ id: z.uuid(), version: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().optional()) })
export type RemoveMapping = z.infer<typeof removeMapping>
