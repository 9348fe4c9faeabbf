import { comparable } from "@/lib/platform/workbook/cells"
import type { Department, Position } from "@/lib/handbook/schema/content"
import { codesByName } from "./names"
import { pair } from "./pairs"
import type { Say } from "./problem"
import type { TableRow } from "@/lib/platform/workbook/table"
import type { positionColumns } from "./columns"

/** Finds a department or position by its code, or by a name that only one bears; another name is a problem at its cell. */
export type Known = {
  departments: Department[]
  positions: Position[]
  department: (name: string, say: Say, cell: string) => string
  position: (name: string, say: Say, cell: string) => string
}

export function knownFrom(rows: readonly TableRow<typeof positionColumns>[], say: Say): Known {
  const departments = rows.flatMap(({ values }) => (values.type === "department" ? [{ code: values.code, title: pair(values.titleZh, values.titleEn) }] : []))
  const department = finder(departments, "unknown-department")
  const positions = rows.flatMap(({ values, cells }) => {
    if (values.type !== "position") return []
    return [{ code: values.code, department: department(values.parent ?? "", say, cells.parent), title: pair(values.titleZh, values.titleEn) }]
  })
  return { departments, positions, department, position: finder(positions, "unknown-position") }
}

function finder(entries: readonly Department[], problem: "unknown-department" | "unknown-position") {
  const byName = codesByName(entries)
  return (name: string, say: Say, cell: string): string => {
    const code = byName.get(comparable(name))
    if (!code) say(problem, cell, { value: name })
    return code ?? ""
  }
}
