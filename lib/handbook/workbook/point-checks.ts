import type { Around, PointRow } from "./points"
import type { Say } from "./problem"

/** Whether the element, process and step that a point names are there and belong together. */
export function checkPlace({ values, cells }: PointRow, { nodes, steps, say }: Around): void {
  const node = nodes.find(({ code }) => code === values.node)
  const step = steps.find(({ code }) => code === values.step)
  if (!node) return say("unknown-node", cells.node, { value: values.node })
  if (node.kind === "soft-element") {
    if (values.step) say("step-in-element", cells.step)
    return
  }
  if (values.aspect) say("aspect-in-process", cells.aspect)
  if (!values.step) say("step-missing", cells.step)
  else if (!step) say("unknown-step", cells.step, { value: values.step })
  else if (step.node !== node.code) say("foreign-step", cells.step, { value: step.code, node: node.code })
}

/** What a point's own values must be like; `codes` are those of all points. */
export function checkPoint({ values, cells }: PointRow, codes: ReadonlySet<string> | null, say: Say): void {
  if (!/^\d+(\.\d+)+$/.test(values.code)) say("bad-code", cells.code, { value: values.code })
  for (const other of values.compensating ?? []) {
    if (other === values.code) say("own-compensation", cells.compensating)
    else if (codes && !codes.has(other)) say("unknown-point", cells.compensating, { value: other })
  }
  if (Boolean(values.kinds?.length) !== Boolean(values.kindsReasonZh)) say("kinds-together", cells.kinds)
  if (Boolean(values.reviewThresholdZh) !== Boolean(values.reviewFollowUpZh)) say("review-together", cells.reviewThresholdZh)
  if (values.provenance !== "composed" && !values.provenancePlace) say("place-missing", cells.provenancePlace)
}
