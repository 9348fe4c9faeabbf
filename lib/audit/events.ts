import type { Params } from "@/lib/platform/refusal"

export const auditRooms = ["access", "units", "handbook", "evidence", "assessments", "deficiencies", "statements", "releases", "audit", "change-requests", "distributions", "scoping", "handovers", "access-reviews", "borrowings", "personnel"] as const
export type AuditRoom = (typeof auditRooms)[number]

export type SubjectKind =
  | "unit" | "department" | "position" | "person" | "grant" | "ownership" | "performer" | "session" | "token" | "passkey"
  | "edition" | "point" | "import" | "mapping" | "override" | "change-request" | "distribution" | "scope"
  | "obligation" | "record" | "use"
  | "assessment" | "test" | "sample"
  | "handover" | "deputy" | "access-review" | "access-review-line" | "borrowing" | "personnel-change"
  | "deficiency" | "statement" | "engagement" | "release" | "outbox"

export type Subject = { kind: SubjectKind; id: string }
type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain | undefined }
export type Facts = { [key: string]: Plain | undefined }

/**
 * What one command did to one unit. `type` is the room and the event, `deficiencies.closed`; its words are the message
 * `<room>.audit.<event>`, which may use `params`.
 */
export type AuditEntry = {
  type: `${AuditRoom}.${string}`
  unitId: string
  subjects: Subject[]
  params?: Params
  before?: Facts
  after?: Facts
  why?: string
}
