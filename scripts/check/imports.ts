import { importsOf } from "./source"
import { outside } from "./outside"
import { placeOf, placeOfImport, type Place } from "./place"
import { roomTable, type Allowed } from "./room-table"
import type { Finding, Tree } from "./tree"

/** Imports point one way, app → components → lib/<room> → lib/platform, and each file of a room imports what its line of the table allows. */
export function imports(tree: Tree): Finding[] {
  const files = tree.files.filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|\/generated\//.test(path))
  return files.flatMap((file) => {
    const place = placeOf(file.replace(/\.tsx?$/, ""))
    const wrong = importsOf(tree, file).flatMap(({ from, line, typeOnly }) => {
      const reason = refusal(place, placeOfImport(from), typeOnly)
      return reason === undefined ? [] : [{ file, line, message: `${reason} (${from.replace(/^\//, "")})` }]
    })
    return [...wrong, ...outside(tree, file, place)]
  })
}

function refusal(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (from.in === "platform" || from.in === "database") return oneWay(to, ["room", "components", "app"], "lib/platform")
  if (from.in === "room") return oneWay(to, ["components", "app"], "lib/<room>") ?? ofTable(from, to, typeOnly)
  if (from.in === "components") return oneWay(to, ["app"], "components") ?? ofPage("components", to, typeOnly)
  if (from.in === "app") return ofPage("app", to, typeOnly)
  return undefined
}

function oneWay(to: Place, forbidden: readonly string[], who: string): string | undefined {
  return forbidden.includes(to.in) ? `imports point app → components → lib/<room> → lib/platform; ${who} imports nothing of ${to.in}` : undefined
}

/** Pages load through queries and change through actions; components are drawn from data. */
function ofPage(who: "app" | "components", to: Place, typeOnly: boolean): string | undefined {
  if (to.in === "database") return `${who} never touches the database`
  if (to.in !== "room" || typeOnly || who === "app") return undefined
  const pure = ["schema", "rules", "policy", "actions", "events"]
  return pure.includes(to.kind) ? undefined : `components take data and ${pure.join(", ")}; ${to.kind} belongs to the page`
}

function ofTable(from: Place & { in: "room" }, to: Place, typeOnly: boolean): string | undefined {
  const allowed: Allowed | undefined = roomTable[from.kind]
  if (allowed === undefined || to.in === "elsewhere") return undefined
  const reaches = allowed.database || (typeOnly && allowed.platform === undefined)
  if (to.in === "database") return reaches ? undefined : `${from.kind} never touches the database`
  if (to.in === "package") return allowed.packages(to.name) ? undefined : `${from.kind} imports no such package`
  if (to.in === "platform") return typeOnly || (allowed.platform?.(to.name) ?? true) ? undefined : `${from.kind} is pure`
  if (to.in !== "room") return undefined
  const kinds = to.room === from.room ? allowed.own : allowed.others
  if (kinds.includes(to.kind) || (typeOnly && allowed.types.includes(to.kind))) return undefined
  const whose = to.room === from.room ? "its own" : "another room's"
  return `${from.kind} imports of ${whose} files only ${kinds.join(", ") || "types"}`
}
