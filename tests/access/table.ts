import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { afterAll, expect, it } from "vitest"
import { columns } from "./columns"

type Row = { route: string; cells: string[] }

const place = (name: string) => path.join(import.meta.dirname, `${name}.table`)
const isWriting = process.env.KEYPOINT_ACCESS === "write"
const explanation = "docs/decisions/012-who-may-do-what.md"

function read(name: string, titles: readonly string[]): Row[] {
  const lines = readFileSync(place(name), "utf8").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"))
  const [heading = [], ...rows] = lines.map((line) => line.trim().split(/\s{2,}/))
  if (!isWriting) expect(heading.slice(1), `the columns of tests/access/${name}.table`).toEqual([...titles])
  return rows.map(([route = "", ...cells]) => ({ route, cells }))
}

const widthOf = (column = "") => Math.max(9, column.length) + 2

function lineOf({ route, cells }: Row, room: number): string {
  return `${route.padEnd(room)}${cells.map((cell, index) => `${cell}  `.padEnd(widthOf(columns[index]))).join("")}`.trimEnd()
}

function write(name: string, titles: readonly string[], rows: Row[]): void {
  const head = readFileSync(place(name), "utf8").split("\n").filter((line) => line.startsWith("#"))
  const room = Math.max(7, ...rows.map(({ route }) => route.length)) + 2
  const lines = [{ route: "route", cells: [...titles] }, ...rows].map((row) => lineOf(row, room))
  writeFileSync(place(name), `${head.join("\n")}\n${lines.join("\n")}\n`)
}

/**
 * One test per route: what each column of actors gets, as `tests/access/<name>.table` says. A route without a row fails and is told
 * how to get one; a row without a route fails too.
 */
export function provesTable(name: string, routes: string[], observe: (route: string) => Promise<string[]>, titles: readonly string[] = columns): void {
  const rows = read(name, titles)
  const seen: Row[] = []

  it.each(routes)("%s", async (route) => {
    const observed = { route, cells: await observe(route) }
    seen.push(observed)
    if (isWriting) return
    const row = rows.find((known) => known.route === route)
    const line = lineOf(observed, Math.max(...routes.map((one) => one.length)) + 2)
    if (!row) {
      expect.unreachable(`${route} stands in no row of tests/access/${name}.table.\nSay who may: add this line, which is what the product answers today, and read it word by word first (${explanation}):\n\n${line}\n`)
    }
    const different = titles.flatMap((column, index) => (row.cells[index] === observed.cells[index] ? [] : [`${column}: the table says ${row.cells[index] ?? "nothing"}, the product ${observed.cells[index] ?? "nothing"}`]))
    expect(different, `${route} is not as tests/access/${name}.table says. Either the product is wrong, or this is now the line:\n\n${line}\n`).toEqual([])
  })

  it("has a row for nothing that is not there", () => {
    if (isWriting) return
    expect(rows.map(({ route }) => route).filter((route) => !routes.includes(route)), `take these rows out of tests/access/${name}.table`).toEqual([])
    const twice = rows.filter(({ route }, index) => rows.findIndex((other) => other.route === route) !== index)
    expect(twice.map(({ route }) => route)).toEqual([])
  })

  it("uses the words that are explained", () => {
    if (!isWriting) expect([...new Set(rows.flatMap(({ cells }) => cells.slice(0, columns.length)))].filter((word) => !words.includes(word))).toEqual([])
  })

  afterAll(() => {
    const kept = rows.filter(({ route }) => routes.includes(route) && !seen.some((row) => row.route === route))
    if (isWriting) write(name, titles, [...seen, ...kept].toSorted((a, b) => routes.indexOf(a.route) - routes.indexOf(b.route)))
  })
}

const words = ["sees", "opens", "nothing", "leads-on", "acts", "too-late", "refused", "not-found", "sign-in", "alike"]
