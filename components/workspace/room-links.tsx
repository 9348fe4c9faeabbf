"use client"

import { usePathname } from "next/navigation"
import { standsIn } from "./navigation"

type Named = { href: string; also: readonly string[] | undefined; label: string }

/** Links to the rooms, which know in which of them the reader is; layouts stay while pages change. */
export function RoomLinks({ rooms }: { rooms: Named[] }) {
  const path = usePathname()
  return rooms.map(({ href, also = [], label }) => (
    <li key={href}>
      <a
        href={href}
        aria-current={path === href ? "page" : [href, ...also].some((own) => standsIn(path, own)) ? "true" : undefined}
        className="inline-flex min-h-10 items-center border-b-2 border-transparent whitespace-nowrap hover:border-line aria-[current]:border-ink aria-[current]:font-semibold"
      >
        {label}
      </a>
    </li>
  ))
}
