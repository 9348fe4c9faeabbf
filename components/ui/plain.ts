import "server-only"
import { Fragment, isValidElement, type ReactNode } from "react"

export type Attributes = Record<string, string | number | boolean>
/** What is shown, without components: a text, or a tag with its attributes and what stands in it. */
export type Plain = string | [tag: string, attributes: Attributes, ...inside: Plain[]]

/**
 * Draws server components down to plain tags, as rows of a table mostly are; null where something in it needs the browser. Its
 * data is a third of what a page sends for elements, and neither the server nor the browser must read these one by one.
 */
export function plainOf(node: ReactNode): Plain[] | null {
  const into: Plain[] = []
  return draw(node, into) ? into : null
}

/** The words of what is shown, without its tags; of what needs the browser, none. */
export function wordsOf(node: ReactNode): string {
  return (plainOf(node) ?? []).map(wordsIn).join("")
}

function wordsIn(plain: Plain): string {
  if (typeof plain === "string") return plain
  const [, , ...inside] = plain
  return inside.map(wordsIn).join("")
}

function draw(node: unknown, into: Plain[]): boolean {
  if (node === null || node === undefined || typeof node === "boolean" || node === "") return true
  if (typeof node === "string" || typeof node === "number") return into.push(`${node}`) > 0
  if (Array.isArray(node)) return node.every((one) => draw(one, into))
  if (!isValidElement<Record<string, unknown>>(node)) return false
  const { type, props } = node
  if (type === Fragment) return draw(props.children, into)
  if (typeof type === "string") return tag(type, props, into)
  return isDrawn(type) && draw(Reflect.apply(type, undefined, [props]), into)
}

// What the browser draws, and what waits for something, cannot be drawn here.
function isDrawn(type: unknown): type is (...args: unknown[]) => unknown {
  return typeof type === "function" && !("$$typeof" in type) && type.constructor.name !== "AsyncFunction"
}

function tag(name: string, { children, ...rest }: Record<string, unknown>, into: Plain[]): boolean {
  const attributes: Attributes = {}
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false
    attributes[key] = value
  }
  const inside: Plain[] = []
  if (!draw(children, inside)) return false
  into.push([name, attributes, ...inside])
  return true
}
