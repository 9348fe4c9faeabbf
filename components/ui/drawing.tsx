"use client"

import { createElement, Fragment, type ReactNode } from "react"
import { type Beside, type Part, type Plain, type Shape, type Sheet, type Slot } from "./plain"

type Draw = (plain: readonly Plain[]) => ReactNode[]

/** Shows what `Drawn` drew: plain tags, and in their places what is not plain. */
export function Drawing({ text, ...beside }: Beside & { text: string }) {
  const { shapes, plain }: Sheet = JSON.parse(text)
  const other = (one: Slot | Part) => otherOf(one, beside, draw)
  const draw: Draw = (some) => some.map((one) => elementOf(one, shapes, other))
  return createElement(Fragment, null, ...draw(plain))
}

function elementOf(plain: Plain, shapes: Shape[], other: (one: Slot | Part) => ReactNode): ReactNode {
  if (typeof plain === "string") return plain
  if (!Array.isArray(plain)) return other(plain)
  const [shape, own, ...inside] = plain
  const [tag, attributes] = shapes[shape] ?? ["div", {}]
  return createElement(tag, own ? { ...attributes, ...own } : attributes, ...inside.map((one) => elementOf(one, shapes, other)))
}

function otherOf(one: Slot | Part, beside: Beside, draw: Draw): ReactNode {
  if ("slot" in one) return <Fragment key={one.key}>{beside.slots?.[one.slot]}</Fragment>
  const { kind, key, data, values = {}, parts = {}, inside = [] } = one
  const props: Record<string, unknown> = { ...data, key }
  for (const [name, index] of Object.entries(values)) props[name] = beside.values?.[index]
  for (const [name, plain] of Object.entries(parts)) props[name] = createElement(Fragment, null, ...draw(plain))
  return createElement(beside.kinds?.[kind] ?? Fragment, props, ...draw(inside))
}
