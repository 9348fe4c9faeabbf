import { isDay } from "@/lib/platform/days"
import { type Quarter, quarterOf } from "@/lib/platform/periods"
import { change, type FieldError, type Outcome, refused } from "@/lib/platform/refusal"
import type { PopulationEntry } from "./draw"

export const largestPopulation = 5000
const shownErrors = 5

export type RecordForPopulation = { versionId: string; number: string; period: string; servedOn: string; occurred: boolean; count: number | null }

/**
 * Accepted records as a population. A register stands for as many items as it counts, each with its place in it; what
 * did not occur is no item (domain.md § 3).
 */
export function itemsOfRecords(records: readonly RecordForPopulation[], register: boolean): PopulationEntry[] {
  const entries = records.filter((record) => record.occurred).flatMap((record) => {
    const one = { servedOn: record.servedOn, versionId: record.versionId }
    if (!register || record.count === null) return [{ ...one, label: `${record.number} · ${record.period}` }]
    return Array.from({ length: record.count }, (_, place) => ({ ...one, label: `${record.number} · ${record.period} · ${place + 1}/${record.count}` }))
  })
  return entries.map((entry, place) => ({ ordinal: place + 1, ...entry }))
}

/**
 * A pasted list: each line a label and the day of the period that it serves (2026-07-31), apart by a tab, a bar, a
 * semicolon or a comma. A day outside the quarter is refused: the sample belongs to another quarter (domain.md § 4).
 */
export function itemsOfList(text: string, quarter: Quarter): Outcome<PopulationEntry[]> {
  const lines = text.split(/\r?\n/).map((line, place) => ({ line: line.trim(), number: place + 1 })).filter(({ line }) => line !== "")
  if (lines.length > largestPopulation) return wrong([{ path: "list", message: "assessments.errors.listTooLong", params: { maximum: largestPopulation } }])
  const read = lines.map(({ line, number }) => readLine(line, number, quarter))
  const errors = read.flatMap((one) => ("error" in one ? [one.error] : []))
  if (errors.length > 0) return wrong(errors.slice(0, shownErrors))
  const entries = read.flatMap((one) => ("entry" in one ? [one.entry] : []))
  return change(entries.map((entry, place) => ({ ordinal: place + 1, versionId: null, ...entry })))
}

function readLine(line: string, number: number, quarter: Quarter): { entry: { label: string; servedOn: string } } | { error: FieldError } {
  const match = /^(.*?)\s*[\t|;；,，]\s*(\d{4}-\d{2}-\d{2})$/.exec(line)
  const [label, day] = [match?.[1]?.trim(), match?.[2]]
  if (!label || !day || !isDay(day)) return { error: { path: "list", message: "assessments.errors.listLine", params: { line: number } } }
  if (quarterOf(day) !== quarter) return { error: { path: "list", message: "assessments.errors.listQuarter", params: { line: number, day } } }
  return { entry: { label: label.slice(0, 300), servedOn: day } }
}

function wrong(errors: FieldError[]) {
  return refused("invalid", "common.refusals.invalid", { errors })
}
