import { expect, test } from "vitest"
import { readCatalogue } from "./catalogue"

/** How many points each chapter has, and how many of them a coal-fired plant: the frame that the catalogue was written to. */
const frame: Record<string, [points: number, atCoal: number]> = {
  "2.1": [8, 8], "2.2": [9, 9], "2.3": [6, 6], "2.4": [7, 7], "2.5": [7, 7], "2.6": [7, 7], "2.7": [7, 7], "2.8": [6, 6], "2.9": [6, 6], "2.10": [8, 8],
  "2.11": [8, 8], "2.12": [7, 7], "2.13": [10, 0], "2.14": [10, 0], "2.15": [6, 0], "2.16": [8, 0],
  "3.1": [32, 28], "3.2": [50, 46], "3.3": [44, 40], "3.4": [34, 31], "3.5": [36, 32], "3.6": [46, 38], "3.7": [10, 10], "3.8": [28, 26], "3.9": [26, 24],
  "3.10": [24, 21], "3.11": [36, 30], "3.12": [20, 18], "3.13": [16, 13], "3.14": [32, 17], "3.15": [36, 0], "3.16": [28, 0], "3.17": [22, 0], "3.18": [22, 0],
  "3.19": [14, 0], "3.20": [10, 0], "3.21": [14, 0],
}

const chapters = readCatalogue(process.cwd()).chapters
const atCoal = ({ node, points }: (typeof chapters)[number]) => points.filter(({ kinds }) => (kinds ?? node.kinds).includes("coal")).length

test("each chapter has its number of points, in all and at a coal-fired plant", () => {
  expect(Object.fromEntries(chapters.map((chapter) => [chapter.node.code, [chapter.points.length, atCoal(chapter)]]))).toEqual(frame)
})

test("together 16 elements and 21 processes, 700 points, 460 at a coal-fired plant", () => {
  const sum = (kind: string, of: (chapter: (typeof chapters)[number]) => number) => chapters.filter(({ node }) => node.kind === kind).reduce((total, chapter) => total + of(chapter), 0)
  expect([sum("soft-element", () => 1), sum("process", () => 1)]).toEqual([16, 21])
  expect([sum("soft-element", ({ points }) => points.length), sum("process", ({ points }) => points.length)]).toEqual([120, 580])
  expect([sum("soft-element", atCoal), sum("process", atCoal)]).toEqual([86, 374])
})

test("labour cost is controlled by HR six times, by the payroll and the social-insurance accountant once, by the audit accountant twice", () => {
  const owners = chapters.find(({ node }) => node.code === "3.7")?.points.map(({ ownerPosition }) => ownerPosition) ?? []
  expect(owners.filter((owner) => owner.startsWith("hr."))).toHaveLength(6)
  expect(owners.filter((owner) => !owner.startsWith("hr.")).toSorted()).toEqual(["finance.audit-accountant", "finance.audit-accountant", "finance.payroll-accountant", "finance.social-insurance-accountant"])
})

test("no process that burns fuel applies where nothing is burnt", () => {
  const fuel = chapters.find(({ node }) => node.code === "3.2")
  const kinds = fuel?.points.flatMap((point) => point.kinds ?? fuel.node.kinds) ?? []
  expect(kinds.length).toBeGreaterThan(50)
  expect(kinds.filter((kind) => ["hydro", "wind", "solar"].includes(kind))).toEqual([])
})
