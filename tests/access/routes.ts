import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")

function filesUnder(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .toSorted()
}

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8")
const addressOf = (file: string) => `/${file.split("/").slice(1, -1).filter((part) => !part.startsWith("(")).join("/")}`

/** Every page of the product: `/units/[unitId]/people`. */
export function pages(): string[] {
  return filesUnder("app", /^page\.[jt]sx?$/).map(addressOf)
}

/** Every method of every route that is no page: `GET /api/files/[sha256]`. */
function methods(): string[] {
  return filesUnder("app", /^route\.[jt]sx?$/).flatMap((file) => methodsIn(file).map((method) => `${method} ${addressOf(file)}`))
}

// A method that refuses whoever asks gives nobody anything: tests/database/api/methods.test.ts holds these.
function methodsIn(file: string): string[] {
  const text = textOf(file)
  const refusing = new Set([...text.matchAll(/\bconst (\w+) = wrongMethod\(/g)].map(([, name]) => name))
  const found = [...text.matchAll(/\bexport (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b|\b(\w+) as (GET|POST|PUT|PATCH|DELETE)\b/g)]
  if (found.length === 0) throw new Error(`${file} answers no method that can be read from its text: export it by its name`)
  return found.filter(([, , by]) => !refusing.has(by)).map(([, named, , renamed]) => named ?? renamed ?? "")
}

const isUpload = (name: string) => name.startsWith("POST ") && !name.includes("[...")

/** What takes an upload or a long form. */
export function uploads(): string[] {
  return methods().filter(isUpload)
}

/** All others: downloads, documents, what signs in, what catches the rest. */
export function downloads(): string[] {
  return methods().filter((name) => !isUpload(name))
}

/** Every server action: what files that begin with the directive export. One that is made inside other code would be in no list, and throws. */
export function actions(): ServerAction[] {
  return ["lib", "app", "components"].flatMap((folder) => filesUnder(folder, /\.tsx?$/)).flatMap((file) => {
    const code = textOf(file).replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, "").trim()
    if (!/["']use server["']/.test(code)) return []
    if (!/^["']use server["']/.test(code)) throw new Error(`${file} makes a server action inside other code: put it into a room's actions`)
    const room = file.replace(/^lib\//, "").replace(/\/actions(?=\/|\.)/, "").replace(/\.tsx?$/, "")
    return [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name = ""]) => ({ route: `${room}.${name}`, file, name }))
  })
}

export type ServerAction = { route: string; file: string; name: string }

/** The doors that take a command's name from their own callers: what is called there, and how the name is given. */
const doors: Record<string, RegExp> = {
  "lib/access/commands/proof.ts": /\basProved\(\s*[\w.]+,\s*"([\w.-]+)"/g,
  "lib/scoping/commands/change.ts": /\bdone: "(scoping\.[\w-]+)"/g,
}

/**
 * Every command by the name that it gives at the door; `deficiencies.*` where the name bears the event's. A door that is called with
 * a name that cannot be read here throws.
 */
export function commands(): string[] {
  const sources = filesUnder("lib", /(?<!\.test)\.tsx?$/).map((file) => ({ file, text: textOf(file) }))
  const named = sources.flatMap(({ file, text }) => [...text.matchAll(/\basActor\(\s*[\w.{}: ]+,\s*(?:"([\w.-]+)"|`([\w.-]+)\.\$\{\w+\}`|(\w+))/g)].flatMap(([, name, room, unread]) => {
    if (unread && !doors[file]) throw new Error(`${file}: what is the command ${unread} called? Say its name where it enters, or tell tests/access/routes.ts of a new door`)
    return name ?? (room ? `${room}.*` : [])
  }))
  const handedOn = Object.values(doors).flatMap((door) => sources.flatMap(({ text }) => [...text.matchAll(door)].map(([, name = ""]) => name)))
  const calls = sources.reduce((sum, { text }) => sum + [...text.matchAll(/\basActor\(/g)].length, 0)
  const doorsOwn = Object.keys(doors).length
  if (named.length !== calls - doorsOwn) throw new Error(`${calls - doorsOwn - named.length} calls of asActor bear no name that can be read`)
  return [...new Set([...named, ...handedOn])].toSorted()
}
