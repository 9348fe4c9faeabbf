"use client"

import { createElement, Fragment, type ReactNode } from "react"
import { type Part, type Plain, type Sheet, type Slot, type Tag } from "./plain"
import { written } from "./plain-html"

type Beside = Omit<Sheet, "plain">

/** Shows what `Drawn` drew: plain tags, and in their places what is not plain. */
export function Drawing({ text, ...beside }: Beside & { text: string }) {
  const plain: Plain[] = JSON.parse(text)
  return createElement(Fragment, null, ...insideOf(plain, beside))
}

function insideOf(plain: readonly Plain[], beside: Beside): ReactNode[] {
  if (typeof window === "undefined") return written(plain, (one) => otherOf(one, beside))
  return plain.map((one) => (typeof one === "string" ? one : Array.isArray(one) ? tagOf(one, beside) : otherOf(one, beside)))
}

function tagOf([tag, attributes, ...inside]: Tag, beside: Beside): ReactNode {
  return createElement(tag, attributes, ...insideOf(inside, beside))
}

function otherOf(one: Slot | Part, beside: Beside): ReactNode {
  if ("slot" in one) return <Fragment key={one.key}>{beside.slots?.[one.slot]}</Fragment>
  const { kind, key, data, values = {}, parts = {}, inside = [] } = one
  const props: Record<string, unknown> = { ...data, key }
  for (const [name, index] of Object.entries(values)) props[name] = beside.values?.[index]
  for (const [name, plain] of Object.entries(parts)) props[name] = createElement(Fragment, null, ...insideOf(plain, beside))
  return createElement(beside.kinds?.[kind] ?? Fragment, props, ...insideOf(inside, beside))
}
