"use client"

import NextLink from "next/link"
import { usePathname } from "next/navigation"
import { type ReactNode } from "react"
import { standsIn } from "./navigation"

/** A link to a room that knows whether the reader is in it; layouts stay while pages change. */
export function RoomLink({ href, also = [], children }: { href: string; also?: readonly string[]; children: ReactNode }) {
  const path = usePathname()
  return (
    <NextLink
      href={href}
      prefetch={false}
      aria-current={path === href ? "page" : [href, ...also].some((own) => standsIn(path, own)) ? "true" : undefined}
      className="inline-flex min-h-10 items-center border-b-2 border-transparent whitespace-nowrap hover:border-line aria-[current]:border-ink aria-[current]:font-semibold"
    >
      {children}
    </NextLink>
  )
}
