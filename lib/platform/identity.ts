import { z } from "zod"
import { type Actor, type Audience, roles } from "@/lib/platform/actor"
import { rowsOutside } from "@/lib/platform/database"
import { locales } from "@/lib/platform/i18n/locales"
import { inTree } from "@/lib/platform/tree"

const stored = z.object({
  personId: z.string(),
  email: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  language: z.enum(locales),
  unitId: z.string(),
  mode: z.string(),
  scopes: z.array(z.string()).optional(),
  grants: z.array(z.object({ unitId: z.string(), role: z.enum(roles) })),
  units: z.array(z.object({ id: z.string(), code: z.string(), kind: z.string(), nameZh: z.string(), nameEn: z.string(), parentId: z.string().nullable() })),
})

/** The person behind a session that is neither ended nor beyond the company's limits, with roles as they are now; null otherwise. */
export async function actorOfSession(sessionId: string): Promise<Actor | null> {
  const rows = await rowsOutside<{ actor: unknown }>`select kp_session_actor(${sessionId}::uuid) as actor`
  return actorFrom(rows[0]?.actor)
}

/** The person behind an API token, given its SHA-256 in hex. */
export async function actorOfToken(hash: string): Promise<Actor | null> {
  const rows = await rowsOutside<{ actor: unknown }>`select kp_token_actor(${hash}) as actor`
  return actorFrom(rows[0]?.actor)
}

/** A person by id, as they stand now: for jobs, the command line, the demonstration and tests. */
export async function actorOfPerson(personId: string): Promise<Actor | null> {
  const rows = await rowsOutside<{ actor: unknown }>`select kp_actor_of(${personId}::uuid) as actor`
  return actorFrom(rows[0]?.actor)
}

/** The same by address; case does not matter. */
export async function actorOfEmail(email: string): Promise<Actor | null> {
  const rows = await rowsOutside<{ actor: unknown }>`select kp_actor_of(kp_person_by_email(${email})) as actor`
  return actorFrom(rows[0]?.actor)
}

function actorFrom(row: unknown): Actor | null {
  if (row === null || row === undefined) return null
  const person = stored.parse(row)
  return {
    kind: "person",
    personId: person.personId,
    name: { zh: person.nameZh, en: person.nameEn },
    email: person.email,
    language: person.language,
    homeUnitId: person.unitId,
    grants: person.grants,
    units: inTree(person.units).map(({ nameZh, nameEn, depth: _, ...unit }) => ({ ...unit, name: { zh: nameZh, en: nameEn } })),
    audience: audienceOf(person.grants.map((grant) => grant.role), person.units.length > 0),
    demo: person.mode === "demo",
    ...(person.scopes ? { scopes: person.scopes } : {}),
  }
}

// An external auditor sees what was released and nothing else; everybody else within a unit reads its operating records.
function audienceOf(held: string[], reaches: boolean): Audience[] {
  if (held.includes("external-auditor")) return ["released"]
  if (!reaches) return []
  return held.includes("internal-audit") ? ["operating", "misconduct"] : ["operating"]
}
