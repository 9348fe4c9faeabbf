/**
 * Who calls, in the order of the tables' columns. At EAST: the point's owner, and so on, and a control owner without points who acts for the
 * absent owner and head; then the company's own; an external auditor to whom EAST's first quarter was released, and one to whom nothing was;
 * NORTH's tester to whom one paper of EAST's was lent; two performers of EAST who lead and administer NORTH; everybody at NORTH; somebody of
 * EAST without a role; nobody.
 */
export const columns = [
  "owner", "performer", "reviewer", "head", "finance", "tester", "manager", "deputy",
  "office", "chief", "leader", "audit", "admin",
  "auditor", "auditor-0", "borrowed", "also-lead", "also-admin", "north", "no-role", "nobody",
] as const
export type Column = (typeof columns)[number]
/** The same, and what the audit trail holds afterwards of whoever acted. */
export const withTrail = [...columns, "trail"] as const
