import { aspects, CatalogueFile, Positions, type Point } from "./catalogue-shape"
import { alike, type Passage } from "./likeness"
import type { Finding, Tree } from "./tree"

const folder = "prisma/handbook/"
const positionsFile = `${folder}positions.json`

type Entry = { readonly file: string; readonly content: CatalogueFile }
type Say = (code: string, message: string) => Finding

/** The catalogue as data: complete, in order, its positions known, each text written for its own point. */
export function catalogue(tree: Tree): Finding[] {
  const files = tree.files.filter((path) => path.startsWith(folder) && path.endsWith(".json") && path !== positionsFile)
  const read = files.map((file) => ({ file, result: CatalogueFile.safeParse(JSON.parse(tree.text(file))) }))
  const entries: Entry[] = read.flatMap(({ file, result }) => result.success ? [{ file, content: result.data }] : [])
  const shape = read.flatMap(({ file, result }) => result.error?.issues.map(({ path, message }) => ({ file, line: 1, message: `${path.join(".")}: ${message}` })) ?? [])
  if (files.length === 0) return []
  const known = Positions.parse(JSON.parse(tree.text(positionsFile)))
  const positions = new Set([...known.positions, ...known.departments].map(({ code }) => code))
  const codes = entries.flatMap(({ content }) => content.points.map(({ code }) => code))
  return [...shape, ...entries.flatMap((entry) => inOne(tree, entry, positions, codes)), ...copies(tree, entries)]
}

function inOne(tree: Tree, { file, content }: Entry, positions: ReadonlySet<string>, codes: readonly string[]): Finding[] {
  const say: Say = (code, message) => ({ file, line: lineOf(tree, file, code), message: `${code}: ${message}` })
  const { node, steps, points } = content
  const named = [...steps.map(({ code, position, department }) => ({ code, used: [position, department] })),
    ...points.map((point) => ({ code: point.code, used: [point.ownerPosition, point.department, ...point.performingPositions] }))]
  return [
    ...order(steps.map(({ code }) => code), say),
    ...order(points.map(({ code }) => code), say),
    ...points.filter(({ code }) => codes.filter((other) => other === code).length > 1).map(({ code }) => say(code, "the code is there twice")),
    ...[...steps, ...points].filter(({ code }) => !code.startsWith(`${node.code}.`)).map(({ code }) => say(code, `does not belong to ${node.code}`)),
    ...named.flatMap(({ code, used }) => used.filter((one) => !positions.has(one)).map((one) => say(code, `no position or department is called ${one}`))),
    ...points.flatMap((point) => ofPoint(point, codes, say)),
    ...(node.kind === "process" ? ofProcess(content, say) : ofElement(content, say)),
  ]
}

function ofPoint(point: Point, codes: readonly string[], say: Say): Finding[] {
  const { code, compensating, provenance, provenancePlace, title, kinds, kindsReason, operatingTest } = point
  const keys = operatingTest.attributes.map(({ key }) => key).join("")
  return [
    ...compensating.filter((other) => !codes.includes(other) || other === code).map((other) => say(code, `cannot be compensated by ${other}`)),
    ...(provenance !== "composed" && provenancePlace.trim() === "" ? [say(code, `${provenance} without its place`)] : []),
    ...([...title.zh].length > 24 ? [say(code, "the title has more than 24 characters")] : []),
    ...((kinds === null) === (kindsReason === null) ? [] : [say(code, "kinds and their reason go together")]),
    ...("ABCDEF".startsWith(keys) ? [] : [say(code, `attributes are lettered ${keys}`)]),
  ]
}

function ofProcess({ node, steps, points }: CatalogueFile, say: Say): Finding[] {
  const known = steps.map(({ code }) => code)
  return [
    ...(steps.length === 0 ? [say(node.code, "a process has steps")] : []),
    ...points.filter(({ step }) => step === null || !known.includes(step)).map(({ code }) => say(code, "belongs to no step")),
    ...points.filter(({ code, step }) => step !== null && !code.startsWith(`${step}.`)).map(({ code, step }) => say(code, `does not begin with its step ${step}`)),
    ...points.filter(({ assertions }) => assertions.length === 0).map(({ code }) => say(code, "a point of a process has assertions")),
    ...points.filter(({ aspect }) => aspect !== null).map(({ code }) => say(code, "aspects are for soft elements")),
  ]
}

function ofElement({ node, steps, points }: CatalogueFile, say: Say): Finding[] {
  const places = points.map(({ aspect }) => aspect === null ? -1 : aspects.indexOf(aspect))
  const missing = points.length < aspects.length ? [] : aspects.filter((_, at) => !places.includes(at))
  return [
    ...(steps.length > 0 ? [say(node.code, "a soft element has no steps")] : []),
    ...missing.map((aspect) => say(node.code, `no point for the aspect ${aspect}`)),
    ...points.filter((_, at) => places[at] === -1).map(({ code }) => say(code, "a point of a soft element has an aspect")),
    ...points.filter((_, at) => at > 0 && (places[at] ?? 0) < (places[at - 1] ?? 0)).map(({ code }) => say(code, "its aspect is out of order")),
  ]
}

function order(codes: readonly string[], say: Say): Finding[] {
  return codes.filter((code, at) => at > 0 && compare(codes[at - 1] ?? "", code) >= 0).map((code) => say(code, "is out of order"))
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true })
}

function copies(tree: Tree, entries: readonly Entry[]): Finding[] {
  const places = new Map(entries.flatMap(({ file, content }) => content.points.map(({ code }) => [code, file])))
  const passages = (text: (point: Point) => string): Passage[] => entries.flatMap(({ content }) => content.points.map((point) => ({ id: point.code, text: text(point) })))
  const kinds = [
    { kind: "description, zh", found: alike(passages(({ description }) => description.zh), 0.5) },
    { kind: "description, en", found: alike(passages(({ description }) => description.en), 0.5) },
    { kind: "procedure, zh", found: alike(passages(({ operatingTest }) => operatingTest.procedure.zh), 0.5) },
    { kind: "procedure, en", found: alike(passages(({ operatingTest }) => operatingTest.procedure.en), 0.5) },
  ]
  return kinds.flatMap(({ kind, found }) => found.map(({ one, other, likeness }) => {
    const file = places.get(other.id) ?? folder
    return { file, line: lineOf(tree, file, other.id), message: `${other.id}: ${kind} is ${likeness.toFixed(2)} like that of ${one.id}` }
  }))
}

function lineOf(tree: Tree, file: string, code: string): number {
  return tree.text(file).split("\n").findIndex((line) => new RegExp(`"code":\\s*"${code.replaceAll(".", "\\.")}"`).test(line)) + 1 || 1
}
