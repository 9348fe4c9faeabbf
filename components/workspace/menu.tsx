"use client"

import { usePathname } from "next/navigation"
import { useEffect, useRef, type ReactNode } from "react"

/** A menu made of details and summary: opens without scripts; with them Escape, a click outside or a new page closes it. */
export function Menu({ summary, label, children }: { summary: ReactNode; label: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  const path = usePathname()

  useEffect(() => {
    details.current?.removeAttribute("open")
  }, [path])

  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current
      if (!menu?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return
        menu.querySelector("summary")?.focus()
      } else if (event.target instanceof Node && menu.contains(event.target)) return
      menu.open = false
    }
    document.addEventListener("click", close)
    document.addEventListener("keydown", close)
    return () => {
      document.removeEventListener("click", close)
      document.removeEventListener("keydown", close)
    }
  }, [])

  return (
    <details ref={details} name="workspace-menu" className="relative">
      <summary aria-label={label} className="inline-flex min-h-10 list-none items-center gap-1 px-1 text-sm hover:underline">
        {summary}
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="z-20 max-sm:fixed max-sm:inset-x-4 sm:absolute sm:right-0 max-h-[75vh] min-w-48 sm:w-max sm:max-w-md overflow-auto border border-line bg-sheet p-2 text-sm shadow-lg">
        {children}
      </div>
    </details>
  )
}
