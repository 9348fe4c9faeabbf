import { comparable } from "@/lib/platform/workbook/cells"
import type { Department, HandbookContent, NodeContent, Position, StepContent } from "@/lib/handbook/schema/content"
import { special, type Mapping } from "@/lib/handbook/schema/mapping"

type NewNode = Pick<NodeContent, "code" | "kind"> & { title: string }
type NewStep = { code: string; node: string; title: string; department: string }
/** What their rows name: found among ours, or added where the matching says so. */
export type Places = {
  departments: Department[]; positions: Position[]; nodes: NewNode[]; steps: NewStep[]
  department: (theirs: string) => string
  position: (theirs: string, department: string) => string
  node: (theirs: string, code: string) => string
  step: (theirs: string, at: { node: string; code: string; department: string }) => string
}

const longestCode = 40

export function placesFrom(base: HandbookContent | null, { values }: Mapping): Places {
  const [departments, positions] = [[...(base?.departments ?? [])], [...(base?.positions ?? [])]]
  const chapters = base?.chapters ?? []
  const [nodes, steps]: [NewNode[], NewStep[]] = [[], []]
  const matched = (list: "departments" | "positions" | "nodes", theirs: string) => values[list]?.[comparable(theirs)]

  function department(theirs: string): string {
    const ours = matched("departments", theirs)
    if (ours === special.drop) return ""
    if (ours !== special.add) return ours ?? theirs
    const code = theirs.slice(0, longestCode)
    if (!departments.some((one) => one.code === code)) departments.push({ code, title: { zh: theirs, en: null } })
    return code
  }

  function position(theirs: string, of: string): string {
    const ours = matched("positions", theirs)
    if (ours === special.drop) return ""
    if (ours !== special.add) return ours ?? theirs
    const known = positions.find(({ code, title }) => title.zh === theirs && code.startsWith(`${of}.`))
    if (known) return known.code
    const code = `${of}.${theirs}`.slice(0, longestCode)
    positions.push({ code, department: of, title: { zh: theirs, en: null } })
    return code
  }

  function node(theirs: string, code: string): string {
    const ours = theirs === "" ? undefined : matched("nodes", theirs)
    if (ours !== undefined && ours !== "" && ours !== special.process && ours !== special.element) return ours
    const around = [...chapters.map((chapter) => chapter.node.code), ...nodes.map((one) => one.code)]
    if (!ours) return theirs || (around.filter((one) => code.startsWith(`${one}.`)).toSorted((one, other) => other.length - one.length)[0] ?? "")
    const made = nodes.find(({ title }) => title === theirs)
    if (made) return made.code
    const own = code.split(".").slice(0, 2).join(".")
    const free = /^\d+\.\d+$/.test(own) && !around.includes(own) ? own : nextAfter(around)
    nodes.push({ code: free, kind: ours === special.process ? "process" : "soft-element", title: theirs })
    return free
  }

  function step(theirs: string, at: { node: string; code: string; department: string }): string {
    const standing = [...(chapters.find((chapter) => chapter.node.code === at.node)?.steps ?? []).map(named), ...steps.filter((one) => one.node === at.node)]
    const own = prefix(at.code, at.node)
    if (theirs === "") return standing.find(({ code }) => code === own)?.code ?? ""
    const known = standing.find(({ code, title }) => code === theirs || comparable(title) === comparable(theirs))
    if (known) return known.code
    const code = own !== "" && !standing.some((one) => one.code === own) ? own : `${at.node}.${1 + Math.max(0, ...standing.map((one) => Number(one.code.split(".").at(-1)) || 0))}`
    steps.push({ code, node: at.node, title: theirs, department: at.department })
    return code
  }

  return { departments, positions, nodes, steps, department, position, node, step }
}

function named({ code, title }: StepContent) {
  return { code, title: title.zh }
}

/** The code of the step that a point's code begins with: 8.1.1 for 8.1.1.4 of 8.1. */
function prefix(code: string, node: string): string {
  const [next, ...more] = code.startsWith(`${node}.`) ? code.slice(node.length + 1).split(".") : []
  return next && more.length > 0 ? `${node}.${next}` : ""
}

/** 3.8 after 3.1 … 3.7. */
function nextAfter(codes: readonly string[]): string {
  const last = codes.toSorted((one, other) => one.localeCompare(other, "en", { numeric: true })).at(-1) ?? "1.0"
  const parts = last.split(".").map(Number)
  return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join(".")
}
