import type { Locale } from "@/lib/platform/i18n/locales"

export const roles = [
  "control-owner",
  "performer",
  "evidence-reviewer",
  "department-head",
  "finance-lead",
  "tester",
  "plant-manager",
  "control-office",
  "chief-accountant",
  "leadership",
  "internal-audit",
  "external-auditor",
  "administrator",
] as const
export type Role = (typeof roles)[number]

export type Text = { zh: string; en: string | null }
export type ReachedUnit = { id: string; code: string; kind: string; name: Text; parentId: string | null }
export type Grant = { unitId: string; role: Role }
export type Audience = "operating" | "misconduct" | "released"

/** The caller's key for one request, and the digest of what was asked. */
export type OnceKey = { key: string; requestHash: string; taken: boolean }

/** Who is asking: a person, or a job, the operator at the command line, or the seed. */
export type Actor = {
  kind: "person" | "job" | "operator" | "seed"
  personId: string | null
  name: Text
  email: string
  language: Locale
  homeUnitId: string | null
  grants: Grant[]
  /** Units reached; null means all of them (job, operator, seed). */
  units: ReachedUnit[] | null
  audience: Audience[]
  demo: boolean
  /** Who comes with an API token: what it may be used for, within what its person may do. */
  scopes?: string[]
  /** Of a request that may be sent again: its next command is carried out once only. */
  once?: OnceKey
  /** A clock of one's own, which only demonstrations and tests are given. */
  at?: Date
}

/** Whether the actor holds one of the roles at the unit or at a unit above it (domain.md, "Who uses it"). */
export function holds(actor: Actor, unitId: string, ...wanted: Role[]): boolean {
  const above = lineage(actor, unitId)
  return actor.grants.some((grant) => above.has(grant.unitId) && wanted.includes(grant.role))
}

/** The same actor, no further than where they hold one of the roles: for what is read by these roles alone. */
export function withinRoles(actor: Actor, ...wanted: Role[]): Actor {
  return actor.units === null ? actor : { ...actor, units: actor.units.filter(({ id }) => holds(actor, id, ...wanted)) }
}

/** Whether this is no person but the product itself or its operator. */
export function isProduct(actor: Actor): boolean {
  return actor.kind !== "person"
}

/** The same actor on another day; the database refuses it in an honest installation. */
export function actingAt(actor: Actor, at: Date): Actor {
  return { ...actor, at }
}

function lineage(actor: Actor, unitId: string): Set<string> {
  const line = new Set<string>([unitId])
  let current = actor.units?.find((unit) => unit.id === unitId)
  while (current?.parentId && !line.has(current.parentId)) {
    const parent = current.parentId
    line.add(parent)
    current = actor.units?.find((unit) => unit.id === parent)
  }
  return line
}

const product = { personId: null, email: "", language: "zh-CN", homeUnitId: null, grants: [], units: null, demo: false } as const

/** The operator at the command line, the seed, and the product's own jobs: they reach every unit. */
export const operator: Actor = { ...product, grants: [], kind: "operator", name: { zh: "运维人员", en: "Operator" }, audience: ["operating"] }
export const seed: Actor = { ...product, grants: [], kind: "seed", name: { zh: "初始化", en: "Seed" }, audience: ["operating"] }
export const job: Actor = { ...product, grants: [], kind: "job", name: { zh: "系统任务", en: "Job" }, audience: ["operating"] }
