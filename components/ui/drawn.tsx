import "server-only"
import { useLocale } from "next-intl"
import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react"
import { Drawing } from "./drawing"
import { isData, type Attributes, type Beside, type Kind, type Part, type Plain, type Props, type Shape, type Sheet, type Tag } from "./plain"

/**
 * Draws what stands in it on the server, down to plain data that one component of the browser shows: an element costs the server
 * a fraction so, as it is not sent as an element. Anything may stand in it; one in another one is drawn with that.
 */
export function Drawn({ children }: { children: ReactNode }) {
  // Waits, the first time in a request, for what most components ask: else each of them would be left to React.
  useLocale()
  const { sheet, beside } = plainOf(children)
  return <Drawing text={JSON.stringify(sheet)} {...beside} />
}

// A list of what is shown, or a tag, whose first two places are its own.
type Into = Plain[] | Tag
// Shapes by tag, and there by the one class that most have, or by all their attributes.
type Known = Map<string, Map<string, number>>
type Desk = { sheet: Sheet; beside: Beside; known: Known }

/**
 * Draws server components down to plain tags. Components of the browser stay components, but what they are given is drawn too;
 * what waits for something, or throws, is left to React in a slot of its own.
 */
export function plainOf(node: ReactNode): Omit<Desk, "known"> {
  const { known, ...drawn }: Desk = { sheet: { shapes: [], plain: [] }, beside: {}, known: new Map() }
  draw(node, drawn.sheet.plain, "", { ...drawn, known })
  return drawn
}

/** The words of what is shown, without its tags; of what the browser draws, none. */
export function wordsOf(node: ReactNode): string {
  return plainOf(node).sheet.plain.map(wordsIn).join("")
}

function wordsIn(plain: Plain): string {
  if (typeof plain === "string") return plain
  if (!Array.isArray(plain)) return ""
  const [, , ...inside] = plain
  return inside.map(wordsIn).join("")
}

// Each tells whether something in it lives on in the browser: that must keep its place among its neighbours, however these change.
function draw(node: ReactNode, into: Into, path: string, desk: Desk): boolean {
  if (node === null || node === undefined || typeof node === "boolean" || node === "") return false
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") return text(`${node}`, into)
  if (Array.isArray(node)) return list(node, into, path, desk)
  if (isValidElement<Props>(node)) return element(node, into, node.key === null ? path : `${path},.${node.key}`, desk)
  return slot(node, into, path, desk)
}

function list(nodes: readonly ReactNode[], into: Into, path: string, desk: Desk): boolean {
  let lives = false
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    // Most are texts, or nothing: these have no place to keep.
    const own = typeof node !== "object" || (isValidElement(node) && node.key !== null) ? path : `${path},${index}`
    if (draw(node, into, own, desk)) lives = true
  }
  return lives
}

function text(added: string, into: Into): boolean {
  const last = into.at(-1)
  if (typeof last === "string") into[into.length - 1] = last + added
  else into.push(added)
  return false
}

function slot(node: ReactNode, into: Into, key: string, desk: Desk): boolean {
  into.push({ slot: (desk.beside.slots ??= []).push(node) - 1, key })
  return true
}

function element(node: ReactElement<Props>, into: Into, path: string, desk: Desk): boolean {
  const { type, props } = node
  if (typeof type === "string") return tag(type, props, into, path, desk)
  if (type === Fragment || type === Drawn) return draw(props.children, into, path, desk)
  if (isBrowsers(type)) return part(type, props, into, path, desk)
  if (!isCalled(type)) return slot(node, into, path, desk)
  let drawn: ReactNode
  try {
    drawn = Reflect.apply(type, undefined, [props])
  } catch {
    // React calls it again, and sees to what it throws: an error, that something is not found, or that it waits.
    return slot(node, into, path, desk)
  }
  return draw(drawn, into, path, desk)
}

function isBrowsers(type: unknown): type is React.ComponentType<Props> {
  return typeof type === "function" && "$$typeof" in type && type.$$typeof === Symbol.for("react.client.reference")
}

function isCalled(type: unknown): type is (props: Props) => ReactNode {
  return typeof type === "function" && type.constructor.name !== "AsyncFunction"
}

// These hold what was typed, chosen or opened. So does what can be reached by keys, and scrolled.
const living = new Set(["input", "select", "textarea", "details", "dialog", "iframe", "video", "audio"])

// What differs from row to row; the rest of a tag is its shape.
const differing = new Set(["href", "id", "value", "max", "name", "dateTime", "htmlFor", "aria-label", "aria-labelledby", "aria-describedby"])

function tag(name: string, props: Props, into: Into, path: string, desk: Desk): boolean {
  let look = ""
  let own: Attributes | 0 = 0
  for (const key in props) {
    const value = props[key]
    if (key === "children" || value === undefined || value === null) continue
    if (typeof value !== "string" && typeof value !== "boolean" && typeof value !== "number") return part(name, props, into, path, desk)
    if (differing.has(key)) (own ||= {})[key] = value
    else if (look === "" && key === "className" && typeof value === "string") look = value
    else look += typeof value === "string" ? `\n${key}"${value}` : `\n${key}=${value}`
  }
  const drawn: Tag = [shapeNumber(name, look, props, desk), 0]
  const lives = draw(props.children, drawn, "", desk) || living.has(name) || "tabIndex" in props
  // What stands alone in another one keeps its place without a name.
  if (lives && path !== "") (own ||= {}).key = path
  drawn[1] = own
  into.push(drawn)
  return lives
}

function shapeNumber(name: string, look: string, props: Props, { sheet, known }: Desk): number {
  let ofTag = known.get(name)
  if (!ofTag) known.set(name, (ofTag = new Map()))
  let shape = ofTag.get(look)
  if (shape === undefined) ofTag.set(look, (shape = sheet.shapes.push(shapeOf(name, props)) - 1))
  return shape
}

function shapeOf(name: string, props: Props): Shape {
  const attributes: Attributes = {}
  for (const [key, value] of Object.entries(props)) {
    if (key !== "children" && !differing.has(key) && (typeof value === "string" || typeof value === "boolean" || typeof value === "number")) attributes[key] = value
  }
  return [name, attributes]
}

function part(kind: Kind, props: Props, into: Into, key: string, desk: Desk): boolean {
  const drawn: Part = { kind: numberOf(kind, (desk.beside.kinds ??= [])), key }
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue
    if (name === "children") draw(props.children, (drawn.inside = []), "", desk)
    else if (isData(value)) (drawn.data ??= {})[name] = value
    else if (isValidElement(value)) draw(value, ((drawn.parts ??= {})[name] = []), "", desk)
    else (drawn.values ??= {})[name] = numberOf(value, (desk.beside.values ??= []))
  }
  into.push(drawn)
  return true
}

function numberOf<Value>(value: Value, known: Value[]): number {
  const at = known.indexOf(value)
  return at >= 0 ? at : known.push(value) - 1
}
