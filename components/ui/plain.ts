import { type ComponentType, type ReactNode } from "react"

/** What JSON holds and gives back as it was. */
export type Data = string | number | boolean | null | undefined | readonly Data[] | { readonly [name: string]: Data }
export type Attributes = Record<string, string | number | boolean>

/** What is shown, without components: a text, a tag and what stands in it, or what is not plain. */
export type Plain = string | Tag | Slot | Part

/** A tag by the number of its shape, with what it has beside (mostly nothing: 0). A table of a hundred rows has some ten shapes. */
export type Tag = [shape: number, own: Attributes | 0, ...inside: Plain[]]
export type Shape = [tag: string, attributes: Attributes]

/** The place of a React element that stands beside, by its number. */
export type Slot = { slot: number; key: string }

/** A component of the browser, or a tag with attributes that are no data: these stand beside, by their numbers. */
export type Part = { kind: number; key: string; data?: Record<string, Data>; values?: Record<string, number>; parts?: Record<string, Plain[]>; inside?: Plain[] }

export type Props = Record<string, unknown> & { children?: ReactNode }
export type Kind = string | ComponentType<Props>

/** What is sent as one text. */
export type Sheet = { shapes: Shape[]; plain: Plain[] }

/** What stands beside the text. */
export type Beside = { slots?: ReactNode[]; kinds?: Kind[]; values?: unknown[] }

/** Whether a value is data: no function, element, date or anything else that JSON would change or lose. */
export function isData(value: unknown): value is Data {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  if (typeof value !== "object") return false
  // JSON has no `undefined` in lists.
  if (Array.isArray(value)) return value.every((one) => one !== undefined && isData(one))
  return Object.getPrototypeOf(value) === Object.prototype && !("toJSON" in value) && Object.values(value).every(isData)
}
