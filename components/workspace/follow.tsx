"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

/**
 * Follows the links of every page without loading the whole page again. One listener does it for all: a component for each of a
 * page's hundred links costs the server more than the rest of its row. Without scripts they are links.
 */
export function Follow() {
  const { push } = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      const href = link?.getAttribute("href")
      if (!link || !href || isBrowsers(event, link, href)) return
      event.preventDefault()
      push(href)
    }
    document.addEventListener("click", follow)
    return () => document.removeEventListener("click", follow)
  }, [push])
  return null
}

// Keys and buttons that open another place are the browser's own; so are downloads and places on the page itself.
function isBrowsers(event: MouseEvent, link: HTMLAnchorElement, href: string): boolean {
  return event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    || link.target !== "" || link.hasAttribute("download") || !/^[/?]/.test(href) || link.origin !== location.origin || href.startsWith("/api/")
}
