import { z } from "zod"
import { isDay } from "@/lib/platform/days"

const sample = z.object({
  /** The day on which the control ran. */
  occurredOn: z.string("common.errors.date").refine(isDay, "common.errors.date"),
  /** The record's number, or the document's. */
  reference: z.string("common.errors.missing").trim().min(1, "common.errors.missing").max(200),
  passed: z.preprocess((value) => value ?? true, z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")])),
  note: z.preprocess((value) => (value === "" ? undefined : value), z.string().trim().max(1000).optional()),
})
export type RetestSampleGiven = z.output<typeof sample>

/** A form sends `samples.0.occurredOn`, `samples.0.reference` …; lines left empty are no samples. */
function gathered(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || "samples" in raw) return raw
  const rows = new Map<number, Record<string, unknown>>()
  for (const [name, value] of Object.entries(raw)) {
    const [, index, field] = /^samples\.(\d{1,3})\.(occurredOn|reference|passed|note)$/.exec(name) ?? []
    if (index !== undefined && field !== undefined) rows.set(Number(index), { ...rows.get(Number(index)), [field]: value })
  }
  const filled = [...rows].sort(([a], [b]) => a - b).filter(([, row]) => row.occurredOn || row.reference).map(([, row]) => row)
  return { ...raw, samples: filled }
}

const about = { id: z.uuid(), version: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(1).optional()) }
const samples = z.array(sample).max(200)

export const passRetestSchema = z.preprocess(gathered, z.object({ ...about, samples: samples.default([]), note: z.string().trim().max(2000).optional() }))
export type PassRetest = z.output<typeof passRetestSchema>

export const failRetestSchema = z.preprocess(gathered, z.object({
  ...about,
  samples: samples.default([]),
  note: z.preprocess((value) => value ?? "", z.string().trim().min(1, "common.errors.reason").max(2000)),
}))
export type FailRetest = z.output<typeof failRetestSchema>
