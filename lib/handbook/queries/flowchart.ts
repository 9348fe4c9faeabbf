import { createHash } from "node:crypto"
import ELK from "elkjs/lib/elk.bundled.js"
import type { Actor } from "@/lib/platform/actor"
import { flowOf } from "@/lib/handbook/rules/flow"
import { drawn, type Flowchart } from "@/lib/handbook/rules/flowchart"
import type { Flow } from "@/lib/handbook/rules/flowchart-boxes"
import { nodePage, type NodePage } from "./node"

export type FlowchartPage = { page: NodePage; chart: Flowchart }

/** A process of an edition (the one in force unless told) with its drawing in a language; null where there is none or it has no steps. */
export async function flowchartPage(actor: Actor, asked: { node: string; edition?: string; locale: string; noPosition: string }): Promise<FlowchartPage | null> {
  const page = await nodePage(actor, asked.node, asked.edition)
  if (!page || page.steps.length === 0) return null
  return { page, chart: await chartOf(flowOf(page.steps, page.labels, asked.locale, asked.noPosition)) }
}

// A layout takes a tenth of a second. It is kept by what it draws, so an edition's process is laid out once per language,
// and again only when a draft changes.
const kept = new Map<string, Promise<Flowchart>>()
const most = 300
const elk = new ELK()

function chartOf(flow: Flow): Promise<Flowchart> {
  const key = createHash("sha256").update(JSON.stringify(flow)).digest("base64url")
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= most) kept.clear()
  const chart = drawn(flow, (graph) => elk.layout(graph))
  kept.set(key, chart)
  chart.catch(() => kept.delete(key))
  return chart
}
