"use client"

import { useRouter } from "next/navigation"
import { createElement, type MouseEvent, type ReactNode } from "react"
import { type Plain } from "./plain"

type Follow = (event: MouseEvent<HTMLAnchorElement>) => void

/** The body of a table from plain tags. A link in it leads on without loading the whole page again, as other links do. */
export function PlainRows({ rows }: { rows: Plain[] }) {
  const router = useRouter()
  const follow: Follow = (event) => {
    const href = event.currentTarget.getAttribute("href") ?? ""
    if (isBrowsers(event, href)) return
    event.preventDefault()
    router.push(href)
  }
  return <tbody className="max-sm:block">{rows.map((row, index) => drawn(row, index, follow))}</tbody>
}

// Keys and buttons that open another place are the browser's own; so are downloads.
function isBrowsers(event: MouseEvent<HTMLAnchorElement>, href: string): boolean {
  const { target } = event.currentTarget
  return event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    || target !== "" || event.currentTarget.hasAttribute("download") || !href.startsWith("/") || href.startsWith("/api/")
}

function drawn(plain: Plain, index: number, follow: Follow): ReactNode {
  if (typeof plain === "string") return plain
  const [tag, attributes, ...inside] = plain
  const parts = inside.map((part, place) => drawn(part, place, follow))
  return tag === "a" ? createElement("a", { ...attributes, key: index, onClick: follow }, ...parts) : createElement(tag, { ...attributes, key: index }, ...parts)
}
