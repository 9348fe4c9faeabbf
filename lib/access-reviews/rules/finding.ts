import { type Finding, lineKinds } from "@/lib/access-reviews/schema"
import type { Text } from "@/lib/platform/actor"

type Line = { id: string; kind: string; what: string; whatEn: string | null; personId: string | null; warnings: readonly string[]; decision: string | null }

const shows: Record<NonNullable<Finding["show"]>, (line: Line) => boolean> = {
  warned: ({ warnings }) => warnings.length > 0, undecided: ({ decision }) => decision === null, withdrawn: ({ decision }) => decision === "withdraw" || decision === "shorten",
}

/** The lines that are looked for: by the name of the person or the position, by the group, by how far they are. */
export function matching<Row extends Line>(lines: readonly Row[], names: ReadonlyMap<string, Text>, { q, show, of }: Finding): Row[] {
  const wanted = q?.toLowerCase()
  const isNamed = (line: Line) => wanted === undefined || wordsOf(line, names).some((text) => text?.toLowerCase().includes(wanted))
  return lines.filter((line) => (show === undefined || shows[show](line)) && (of === undefined || groupOf(line) === of) && isNamed(line))
}

function wordsOf({ kind, what, whatEn, personId }: Line, names: ReadonlyMap<string, Text>): (string | null | undefined)[] {
  const name = personId === null ? undefined : names.get(personId)
  // A role's word is a code; roles are groups of their own.
  return [name?.zh, name?.en, ...(kind === "grant" ? [] : [what, whatEn])]
}

/** Which lines are looked at together: those of one role, and of the other kinds, which bear names of their own, all of the kind. */
export function groupOf({ kind, what }: Pick<Line, "kind" | "what">): string {
  return kind === "grant" ? `${kind}:${what}` : kind
}

export type Group = { key: string; kind: string; what: string; lines: number; undecided: number }

/** The groups of a review: the roles, then the other kinds; the largest first. */
export function groupsOf(lines: readonly Line[]): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const key = groupOf(line)
    const { lines: count, undecided } = groups.get(key) ?? { lines: 0, undecided: 0 }
    groups.set(key, { key, kind: line.kind, what: line.what, lines: count + 1, undecided: undecided + (line.decision === null ? 1 : 0) })
  }
  const order = (kind: string) => lineKinds.findIndex((one) => one === kind)
  return [...groups.values()].toSorted((a, b) => order(a.kind) - order(b.kind) || b.lines - a.lines || a.key.localeCompare(b.key))
}

/** One page of them, from after a line; the lines stand in the order of their ids. */
export function pageOf<Row extends { id: string }>(found: readonly Row[], cursor: string | undefined, limit: number): { items: Row[]; next: string | null } {
  const rest = cursor === undefined ? found : found.filter(({ id }) => id > cursor)
  const items = rest.slice(0, limit)
  return { items, next: rest.length > limit ? (items.at(-1)?.id ?? null) : null }
}
