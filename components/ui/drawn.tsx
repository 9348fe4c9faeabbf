import "server-only"
import { useLocale } from "next-intl"
import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react"
import { Drawing } from "./drawing"
import { isData, type Attributes, type Kind, type Part, type Plain, type Props, type Sheet } from "./plain"

/**
 * Draws what stands in it on the server, down to plain data that one component of the browser shows: an element costs the server
 * a fraction so, as it is not sent as an element. Anything may stand in it; one in another one is drawn with that.
 */
export function Drawn({ children }: { children: ReactNode }) {
  // Waits, the first time in a request, for what most components ask: else each of them would be left to React.
  useLocale()
  const { plain, ...beside } = plainOf(children)
  return <Drawing text={JSON.stringify(plain)} {...beside} />
}

/**
 * Draws server components down to plain tags. Components of the browser stay components, but what they are given is drawn too;
 * what waits for something, or throws, is left to React in a slot of its own.
 */
export function plainOf(node: ReactNode): Sheet {
  const sheet: Sheet = { plain: [] }
  draw(node, sheet.plain, "", sheet)
  return sheet
}

/** The words of what is shown, without its tags; of what the browser draws, none. */
export function wordsOf(node: ReactNode): string {
  return plainOf(node).plain.map(wordsIn).join("")
}

function wordsIn(plain: Plain): string {
  if (typeof plain === "string") return plain
  if (!Array.isArray(plain)) return ""
  const [, , ...inside] = plain
  return inside.map(wordsIn).join("")
}

// Each tells whether something in it lives on in the browser: that must keep its place among its neighbours, however these change.
function draw(node: ReactNode, into: Plain[], path: string, sheet: Sheet): boolean {
  if (node === null || node === undefined || typeof node === "boolean" || node === "") return false
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") return text(`${node}`, into)
  if (Array.isArray(node)) return list(node, into, path, sheet)
  if (isValidElement<Props>(node)) return element(node, into, node.key === null ? path : `${path},.${node.key}`, sheet)
  return slot(node, into, path, sheet)
}

function list(nodes: readonly ReactNode[], into: Plain[], path: string, sheet: Sheet): boolean {
  let lives = false
  for (const [index, node] of nodes.entries()) {
    const own = isValidElement(node) && node.key !== null ? path : `${path},${index}`
    if (draw(node, into, own, sheet)) lives = true
  }
  return lives
}

function text(added: string, into: Plain[]): boolean {
  const last = into.at(-1)
  if (typeof last === "string") into[into.length - 1] = last + added
  else into.push(added)
  return false
}

function slot(node: ReactNode, into: Plain[], key: string, sheet: Sheet): boolean {
  into.push({ slot: (sheet.slots ??= []).push(node) - 1, key })
  return true
}

function element(node: ReactElement<Props>, into: Plain[], path: string, sheet: Sheet): boolean {
  const { type, props } = node
  if (typeof type === "string") return tag(type, props, into, path, sheet)
  if (type === Fragment || type === Drawn) return draw(props.children, into, path, sheet)
  if (isBrowsers(type)) return part(type, props, into, path, sheet)
  if (!isCalled(type)) return slot(node, into, path, sheet)
  let drawn: ReactNode
  try {
    drawn = Reflect.apply(type, undefined, [props])
  } catch {
    // React calls it again, and sees to what it throws: an error, that something is not found, or that it waits.
    return slot(node, into, path, sheet)
  }
  return draw(drawn, into, path, sheet)
}

function isBrowsers(type: unknown): type is React.ComponentType<Props> {
  return typeof type === "function" && "$$typeof" in type && type.$$typeof === Symbol.for("react.client.reference")
}

function isCalled(type: unknown): type is (props: Props) => ReactNode {
  return typeof type === "function" && type.constructor.name !== "AsyncFunction"
}

// These hold what was typed, chosen or opened. So does what can be reached by keys, and scrolled.
const living = new Set(["input", "select", "textarea", "details", "dialog", "iframe", "video", "audio"])

function tag(name: string, props: Props, into: Plain[], path: string, sheet: Sheet): boolean {
  const attributes: Attributes = {}
  for (const key in props) {
    const value = props[key]
    if (key === "children" || value === undefined || value === null) continue
    if (typeof value !== "string" && typeof value !== "boolean" && typeof value !== "number") return part(name, props, into, path, sheet)
    attributes[key] = value
  }
  const inside: Plain[] = []
  const lives = draw(props.children, inside, "", sheet) || living.has(name) || "tabIndex" in attributes
  if (lives) attributes.key = path
  into.push([name, attributes, ...inside])
  return lives
}

function part(kind: Kind, props: Props, into: Plain[], key: string, sheet: Sheet): boolean {
  const drawn: Part = { kind: numberOf(kind, (sheet.kinds ??= [])), key }
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue
    if (name === "children") draw(props.children, (drawn.inside = []), "", sheet)
    else if (isData(value)) (drawn.data ??= {})[name] = value
    else if (isValidElement(value)) draw(value, ((drawn.parts ??= {})[name] = []), "", sheet)
    else (drawn.values ??= {})[name] = numberOf(value, (sheet.values ??= []))
  }
  into.push(drawn)
  return true
}

function numberOf<Value>(value: Value, known: Value[]): number {
  const at = known.indexOf(value)
  return at >= 0 ? at : known.push(value) - 1
}
