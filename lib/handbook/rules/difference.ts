import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Change, Difference, Part } from "@/lib/handbook/schema/difference"

type Entry = { code: string; value: object }

/** What an edition's content would become, thing by thing and field by field; before nothing, all is added (domain.md § 1). */
export function compare(before: HandbookContent | null, after: HandbookContent): Difference {
  const parts: [Part, (content: HandbookContent) => Entry[]][] = [
    ["nodes", ({ chapters }) => chapters.map(({ node }) => ({ code: node.code, value: node }))],
    ["steps", ({ chapters }) => chapters.flatMap(({ node, steps }) => steps.map((step) => ({ code: step.code, value: { ...step, node: node.code } })))],
    ["points", ({ chapters }) => chapters.flatMap(({ node, points }) => points.map((point) => ({ code: point.code, value: { ...point, node: node.code } })))],
    ["positions", ({ departments, positions }) => [...departments, ...positions].map((one) => ({ code: one.code, value: one }))],
  ]
  const changes = parts.flatMap(([part, entries]) => changesOf(part, before ? entries(before) : [], entries(after)))
  const count = (part: Part, kind: Change["kind"]) => changes.filter((one) => one.part === part && one.kind === kind).length
  const counts = parts.map(([part, entries]) => {
    const [added, changed, removed] = [count(part, "added"), count(part, "changed"), count(part, "removed")]
    return { part, added, changed, removed, unchanged: entries(after).length - added - changed }
  })
  const titled = after.title !== null && !same(after.title, before?.title ?? null)
  const moved = before !== null && changes.every(({ kind }) => kind === "changed") && parts.some(([, entries]) => !same(entries(before).map(codeOf), entries(after).map(codeOf)))
  return { counts, changes, titled, moved }
}

/** Whether there is anything to write. */
export function differs({ changes, titled, moved }: Difference): boolean {
  return changes.length > 0 || titled || moved
}

/** The sums of a difference over its parts. */
export function totals({ counts }: Difference): { added: number; changed: number; unchanged: number; removed: number } {
  const sum = (of: (count: Difference["counts"][number]) => number) => counts.reduce((total, count) => total + of(count), 0)
  return { added: sum((one) => one.added), changed: sum((one) => one.changed), unchanged: sum((one) => one.unchanged), removed: sum((one) => one.removed) }
}

function changesOf(part: Part, before: Entry[], after: Entry[]): Change[] {
  const old = new Map(before.map(({ code, value }) => [code, value]))
  const codes = new Set(after.map(codeOf))
  const now = after.flatMap(({ code, value }): Change[] => {
    const was = old.get(code)
    if (!was) return [{ part, code, kind: "added", fields: [] }]
    const fields = changedFields(was, value)
    return fields.length > 0 ? [{ part, code, kind: "changed", fields }] : []
  })
  return [...now, ...before.filter(({ code }) => !codes.has(code)).map(({ code }): Change => ({ part, code, kind: "removed", fields: [] }))]
}

/** The fields whose values differ. */
export function changedFields(before: object, after: object): string[] {
  const old = new Map(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) => (same(old.get(field), value) ? [] : [field]))
}

function codeOf({ code }: Entry): string {
  return code
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

/** Whether an upload waits for its columns to be matched by hand. */
export function isForeign({ mapping, problems }: { mapping: unknown; problems: readonly { message: string }[] }): boolean {
  return mapping === null && problems.some(({ message }) => message === "handbook.problems.foreign")
}

/** Whether a preview may be confirmed: no problem, something to write, and not done yet. */
export function isReady(preview: { confirmedAt: Date | null; problems: readonly unknown[]; summary: { difference: Difference | null } }): boolean {
  const { difference } = preview.summary
  return preview.confirmedAt === null && preview.problems.length === 0 && difference !== null && differs(difference)
}
