import { stated as held } from "./counts"

/** What an edition holds, as far as a figure of the source can be counted from it. */
export type CountedNode = {
  code: string; kind: string; title: { zh: string; en: string | null }; kinds: readonly string[]
  points: readonly { kinds: readonly string[]; aspect: string | null; department: string; trains: boolean; appraises: boolean }[]
}
/** The first edition, where the product holds it beside the one in force. */
export type FirstEdition = { processes: number; elementCodes: readonly string[] } | null

/** The processes that source 01 excludes from plants, by a word of their Chinese title. */
const excluded = ["资金收支", "合并报表", "筹资", "投资", "附注", "准则差异"] as const
const plants = ["coal", "gas", "hydro", "wind", "solar"] as const

/** The figures that source 01 states, each with its place there; `place` is written as points write their provenance. */
export const statedFigures = [
  { key: "elements", figure: held.softElements, place: "01 一(一)3" },
  { key: "processes", figure: held.processes, place: "01 一(一)3" },
  { key: "points", figure: held.controlPoints, place: "01 一(一)3" },
  { key: "plantElements", figure: 12, place: "01 一(一)3" },
  { key: "excludedElements", figure: 4, place: "01 一(一)3" },
  { key: "plantProcesses", figure: 14, place: "01 一(一)3" },
  { key: "excludedProcesses", figure: 6, place: "01 一(一)3" },
  { key: "processSum", figure: 20, place: "01 一(一)3" },
  { key: "plantPoints", figure: 460, place: "01 一(一)3" },
  { key: "plantPointsAgain", figure: 470, place: "01 一(四)" },
  { key: "spanElements", figure: 16, place: "01 一(四)" },
  { key: "spanProcesses", figure: 20, place: "01 一(四)" },
  { key: "plantSoftPoints", figure: 86, place: "01 一(三)2" },
  { key: "aspects", figure: 6, place: "01 一(三)1" },
  { key: "labourPoints", figure: 10, place: "01 一(四)" },
  { key: "labourHr", figure: 6, place: "01 一(四)" },
  { key: "trainings", figure: 18, place: "01 二4" },
  { key: "appraisals", figure: 19, place: "01 二4" },
  { key: "firstProcesses", figure: 9, place: "01 一(一)2" },
  { key: "newElements", figure: 8, place: "01 一(一)1" },
] as const
/** Estimates that the source gives without a list: a count stands beside them, but cannot be compared item by item. */
const loose: readonly string[] = ["trainings", "appraisals"]
export type StatedKey = (typeof statedFigures)[number]["key"]

/** A stated figure beside the counted one; null where the product holds nothing to count it from, or nothing to compare. `named`: processes that the explanation names. */
export type Reconciled = { key: StatedKey; figure: number; place: string; counted: number | null; difference: number | null; isLoose: boolean; named: readonly { code: string; title: { zh: string; en: string | null } }[] }

/** Every stated figure with what is counted for it from an edition (domain.md § 1). */
export function reconcile(nodes: readonly CountedNode[], first: FirstEdition): Reconciled[] {
  const counted = countsOf(nodes, first)
  return statedFigures.map(({ key, figure, place }) => ({
    key, figure, place, counted: counted[key], isLoose: loose.includes(key), difference: counted[key] === null || loose.includes(key) ? null : counted[key] - figure,
    named: key === "excludedProcesses" || key === "processSum" ? unnamed(nodes) : [],
  }))
}

function countsOf(nodes: readonly CountedNode[], first: FirstEdition): Record<StatedKey, number | null> {
  const [elements, processes] = [nodes.filter(({ kind }) => kind === "soft-element"), nodes.filter(({ kind }) => kind === "process")]
  const at = (some: readonly CountedNode[], kind: string) => some.filter(({ kinds }) => kinds.includes(kind)).length
  const soft = elements.flatMap(({ points }) => points)
  const all = nodes.flatMap(({ points }) => points)
  const atCoal = (points: typeof all) => points.filter(({ kinds }) => kinds.includes("coal")).length
  const labour = processes.filter(({ title }) => title.zh.includes("人力成本")).flatMap(({ points }) => points)
  const away = (some: readonly CountedNode[]) => some.filter(({ kinds }) => !plants.some((kind) => kinds.includes(kind))).length
  return {
    elements: elements.length, processes: processes.length, points: all.length,
    plantElements: at(elements, "coal"), excludedElements: away(elements), plantProcesses: at(processes, "coal"), excludedProcesses: away(processes),
    processSum: at(processes, "coal") + away(processes), plantPoints: atCoal(all), plantPointsAgain: atCoal(all), spanElements: at(elements, "coal"), spanProcesses: at(processes, "coal"),
    plantSoftPoints: atCoal(soft), aspects: new Set(soft.flatMap(({ aspect }) => aspect ?? [])).size,
    labourPoints: labour.length, labourHr: labour.filter(({ department }) => department === "hr").length,
    trainings: soft.filter(({ trains }) => trains).length, appraisals: soft.filter(({ appraises }) => appraises).length,
    firstProcesses: first?.processes ?? null, newElements: first ? elements.filter(({ code }) => !first.elementCodes.includes(code)).length : null,
  }
}

/** Processes that no plant applies and that the source does not name among the excluded. */
function unnamed(nodes: readonly CountedNode[]) {
  return nodes.filter(({ kind, kinds, title }) => kind === "process" && !plants.some((plant) => kinds.includes(plant)) && !excluded.some((word) => title.zh.includes(word))).map(({ code, title }) => ({ code, title }))
}
