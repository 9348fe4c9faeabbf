import { type Frequency, frequencies, nextRun, periodsIn, type Quarter } from "@/lib/platform/periods"

/** A frequency read from the database, where it is text. Throws for an unknown word: the row is damaged. */
export function readFrequency(text: string): Frequency {
  const frequency = frequencies.find((known) => known === text)
  if (!frequency) throw new Error(`unknown frequency ${JSON.stringify(text)}`)
  return frequency
}

export type Due = { due: true } | { due: false; runs: Quarter }

/** Whether a point's frequency puts a run in the quarter; when not, the quarter in which it next runs (domain.md § 4). */
export function dueIn(quarter: Quarter, frequency: string): Due {
  const key = `${quarter} ${frequency}`
  const before = asked.get(key)
  if (before) return before
  const known = readFrequency(frequency)
  const due: Due = periodsIn(quarter, known).length > 0 ? { due: true } : { due: false, runs: nextRun(quarter, known) }
  asked.set(key, due)
  return due
}

// A board asks it several times for each of hundreds of lines, always of the same few quarters and frequencies.
const asked = new Map<string, Due>()

/** The frequencies that put a run in the quarter, for a statement that tells what is due from what is not. */
export function frequenciesDue(quarter: Quarter): Frequency[] {
  return frequencies.filter((frequency) => dueIn(quarter, frequency).due)
}

/** The quarters left in the year, this one included, in which a point of this frequency runs. */
export function runsLeft(quarter: Quarter, frequency: string): number {
  const known = readFrequency(frequency)
  const number = Number(quarter.slice(6))
  return [1, 2, 3, 4].filter((one) => one >= number && periodsIn(`${quarter.slice(0, 6)}${one}`, known).length > 0).length
}
