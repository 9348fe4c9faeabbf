import { globSync, readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { chapter, department, handbookContent, position, text, type HandbookContent } from "../../lib/handbook/schema/content"

const lists = z.object({ title: text, departments: z.array(department), positions: z.array(position) })

/** The catalogue of `prisma/handbook` as the content of an edition: elements and processes in the order of their codes. */
export function readCatalogue(root: string): HandbookContent {
  const folder = path.join(root, "prisma", "handbook")
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"))
  const files = globSync("*.json", { cwd: folder }).filter((name) => name !== "positions.json")
  const chapters = files.map((name) => chapter.parse(read(name)))
  chapters.sort((one, other) => one.node.code.localeCompare(other.node.code, "en", { numeric: true }))
  return handbookContent.parse({ ...lists.parse(read("positions.json")), chapters })
}
