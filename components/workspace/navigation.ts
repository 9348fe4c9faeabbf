/** The rooms, in the order of the work. `key` is the message `navigation.rooms.<key>`. */
export const rooms = [
  { href: "/", key: "home" },
  { href: "/handbook", key: "handbook" },
  { href: "/units", key: "units" },
  { href: "/evidence", key: "evidence" },
  { href: "/assessments", key: "assessments" },
  { href: "/deficiencies", key: "deficiencies" },
  { href: "/statements", key: "statements" },
  { href: "/audit", key: "audit" },
  { href: "/releases", key: "releases" },
  { href: "/administration", key: "administration" },
] as const

export type Room = (typeof rooms)[number]

/** The person's own pages, in the menu under the name. */
export const account = { href: "/settings", key: "settings" } as const

/** Whether a page belongs to a room: the room itself and all below it. */
export function standsIn(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`)
}
