"use client"

import { createElement, type ReactNode } from "react"
import { type Plain } from "./plain"

/** The body of a table from plain tags. */
export function PlainRows({ rows }: { rows: Plain[] }) {
  return <tbody>{rows.map(drawn)}</tbody>
}

function drawn(plain: Plain, index: number): ReactNode {
  if (typeof plain === "string") return plain
  const [tag, attributes, ...inside] = plain
  return createElement(tag, { ...attributes, key: index }, ...inside.map(drawn))
}
