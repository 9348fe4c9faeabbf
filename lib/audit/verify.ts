import { createHash } from "node:crypto"
import type { Tx } from "@/lib/platform/database"

/** What is wrong with a chain, at the first link where it shows. */
export type Break = { unitId: string; sequence: number; eventId: string | null; problem: "gap" | "previous-hash" | "hash" | "columns" | "head" | "clock" }
export type Verdict = { unitId: string; events: number; hash: string; broken: Break | null; ownClock: number }

type Link = {
  id: string
  sequence: bigint
  type: string
  personId: string | null
  at: Date
  canonical: string
  previousHash: string
  hash: string
  recorded: string
  skew: number
}

const genesis = "0".repeat(64)
const pageSize = 2000

/**
 * Recomputes every unit's chain outside the database and names the first broken link of each
 * (architecture.md: sha256 of previous hash, sequence, recordedAt and the stored canonical text).
 */
export async function verifyChains(tx: Tx): Promise<Verdict[]> {
  const heads = await tx.auditHead.findMany({ orderBy: { unitId: "asc" } })
  const honest = (await tx.installation.findFirst())?.mode === "honest"
  const verdicts: Verdict[] = []
  for (const head of heads) verdicts.push(await verifyChain(tx, head, honest))
  return verdicts
}

async function verifyChain(tx: Tx, head: { unitId: string; sequence: bigint; hash: string }, honest: boolean): Promise<Verdict> {
  let previous = genesis
  let sequence = 0
  let ownClock = 0
  for (;;) {
    const links = await page(tx, head.unitId, sequence)
    for (const link of links) {
      const problem = checkLink(link, sequence + 1, previous, honest)
      if (problem) return { unitId: head.unitId, events: sequence, hash: previous, broken: { ...problem, unitId: head.unitId }, ownClock }
      if (link.skew > 300) ownClock += 1
      sequence += 1
      previous = link.hash
    }
    if (links.length < pageSize) break
  }
  const whole = sequence === Number(head.sequence) && previous === head.hash
  const broken: Break | null = whole ? null : { unitId: head.unitId, sequence: sequence + 1, eventId: null, problem: "head" }
  return { unitId: head.unitId, events: sequence, hash: previous, broken, ownClock }
}

function checkLink(link: Link, expected: number, previous: string, honest: boolean): Omit<Break, "unitId"> | null {
  const at = { sequence: Number(link.sequence), eventId: link.id }
  if (at.sequence !== expected) return { ...at, sequence: expected, problem: "gap" }
  if (link.previousHash !== previous) return { ...at, problem: "previous-hash" }
  if (hashLink(link) !== link.hash) return { ...at, problem: "hash" }
  if (!agrees(link)) return { ...at, problem: "columns" }
  return honest && link.skew > 300 ? { ...at, problem: "clock" } : null
}

function hashLink(link: Link): string {
  return createHash("sha256").update([link.previousHash, String(link.sequence), link.recorded, link.canonical].join("|")).digest("hex")
}

// The columns that the pages filter by must say what the hashed text says.
function agrees(link: Link): boolean {
  const said: unknown = JSON.parse(link.canonical)
  if (typeof said !== "object" || said === null || !("type" in said) || !("at" in said) || !("actor" in said)) return false
  const person = typeof said.actor === "object" && said.actor !== null && "personId" in said.actor ? said.actor.personId : null
  return said.type === link.type && said.at === link.at.toISOString() && person === link.personId
}

async function page(tx: Tx, unitId: string, after: number): Promise<Link[]> {
  return tx.$queryRaw<Link[]>`
    select id, sequence, type, "personId", at, canonical, "previousHash", hash,
      to_char("recordedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded,
      abs(extract(epoch from at - "recordedAt"))::float8 as skew
    from "AuditEvent" where "unitId" = ${unitId}::uuid and sequence > ${after} order by sequence limit ${pageSize}`
}
