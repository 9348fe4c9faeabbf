import { type Role } from "@/lib/platform/actor"

export type Room = { href: string; key: RoomKey; /** Only for these roles; without them for everybody inside. */ only?: Role[]; /** Pages of its own at other addresses. */ also?: readonly string[] }

type RoomKey =
  | "home"
  | "handbook"
  | "units"
  | "evidence"
  | "assessments"
  | "deficiencies"
  | "statements"
  | "audit"
  | "releases"
  | "administration"

/** The rooms, in the order of the work. `key` is the message `navigation.rooms.<key>`. */
export const rooms: readonly Room[] = [
  { href: "/", key: "home" },
  { href: "/handbook", key: "handbook", also: ["/change-requests", "/distributions", "/scoping"] },
  { href: "/units", key: "units", also: ["/handovers", "/duties", "/access-reviews"] },
  { href: "/evidence", key: "evidence" },
  { href: "/assessments", key: "assessments", also: ["/borrowings"] },
  { href: "/deficiencies", key: "deficiencies" },
  { href: "/statements", key: "statements" },
  { href: "/audit", key: "audit" },
  { href: "/releases", key: "releases", only: ["external-auditor", "internal-audit", "control-office"] },
  { href: "/administration", key: "administration", only: ["administrator"], also: ["/personnel"] },
]

/** What is offered to somebody who holds these roles; what they may do there is decided per record. */
export function roomsFor(held: Role[]): Room[] {
  if (held.length > 0 && held.every((role) => role === "external-auditor")) return rooms.filter((room) => room.key === "releases")
  return rooms.filter(({ only }) => !only || only.some((role) => held.includes(role)))
}

/** The person's own pages, in the menu under the name. */
export const account = { href: "/settings", key: "settings" } as const

/** Whether a page belongs to a room: the room itself and all below it. */
export function standsIn(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`)
}
