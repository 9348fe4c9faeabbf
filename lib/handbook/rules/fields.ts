import { changedFields } from "@/lib/handbook/rules/difference"
import type { HandbookContent, PointContent } from "@/lib/handbook/schema/content"

/** One field that two editions word differently; a list of values as it was and as it is. */
export type FieldChange = { field: string; before: unknown; after: unknown }
export type ChangeKind = "added" | "removed" | "changed"
export type ThingChange = { kind: ChangeKind; part: "node" | "step" | "point"; code: string; title: { zh: string; en: string | null }; fields: FieldChange[] }
/** What differs within one element or process. */
export type NodeChanges = { code: string; title: { zh: string; en: string | null }; changes: ThingChange[] }

type Thing = { part: ThingChange["part"]; code: string; title: ThingChange["title"]; value: object }

/** Two editions thing by thing and field by field, grouped by element and process in the order of their codes (domain.md § 1). */
export function changesByNode(before: HandbookContent, after: HandbookContent): NodeChanges[] {
  const old = new Map(before.chapters.map((chapter) => [chapter.node.code, chapter]))
  const now = new Map(after.chapters.map((chapter) => [chapter.node.code, chapter]))
  const codes = [...new Set([...old.keys(), ...now.keys()])].toSorted((one, other) => one.localeCompare(other, "en", { numeric: true }))
  return codes.flatMap((code) => {
    const changes = changesOf(thingsOf(old.get(code)), thingsOf(now.get(code)))
    const node = now.get(code)?.node ?? old.get(code)?.node
    return node && changes.length > 0 ? [{ code, title: node.title, changes }] : []
  })
}

function changesOf(before: Thing[], after: Thing[]): ThingChange[] {
  const old = new Map(before.map((thing) => [`${thing.part} ${thing.code}`, thing]))
  const now = new Map(after.map((thing) => [`${thing.part} ${thing.code}`, thing]))
  const kept = after.flatMap((thing): ThingChange[] => {
    const was = old.get(`${thing.part} ${thing.code}`)
    if (!was) return [{ kind: "added", ...head(thing), fields: [] }]
    const fields = fieldChanges(was.value, thing.value)
    return fields.length > 0 ? [{ kind: "changed", ...head(thing), fields }] : []
  })
  return [...kept, ...before.filter(({ part, code }) => !now.has(`${part} ${code}`)).map((thing): ThingChange => ({ kind: "removed", ...head(thing), fields: [] }))]
}

function head({ part, code, title }: Thing) {
  return { part, code, title }
}

/** The fields of a thing that differ, with both values; the parts of a test procedure one by one. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return changedFields(before, after).map((field) => ({ field, before: old.get(field), after: now.get(field) }))
}

/** The fields of a point that two editions word differently. */
export function pointChanges(before: PointContent, after: PointContent): FieldChange[] {
  return fieldChanges(flat(before), flat(after))
}

function thingsOf(chapter: HandbookContent["chapters"][number] | undefined): Thing[] {
  if (!chapter) return []
  const { node, steps, points } = chapter
  return [
    { part: "node", code: node.code, title: node.title, value: node },
    ...steps.map((step): Thing => ({ part: "step", code: step.code, title: step.title, value: step })),
    ...points.map((point): Thing => ({ part: "point", code: point.code, title: point.title, value: flat(point) })),
  ]
}

function flat({ operatingTest, review, ...point }: PointContent): object {
  return { ...point, ...operatingTest, reviewThreshold: review?.threshold ?? null, reviewFollowUp: review?.followUp ?? null }
}
