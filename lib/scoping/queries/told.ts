import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { partsIn, scopeIn, scopesIn, type ScopeRow } from "./scope"

/** The scopes as the outside is told of them. */
export async function listScopes(actor: Actor, { limit }: { limit: number }) {
  const rows = await asReader(actor, ({ tx }) => scopesIn(tx))
  return { items: rows.slice(0, limit).map(head), next: null }
}

/** One scope with all that it holds; null where the reader sees none. Who reaches only plants is told its materiality. */
export async function scopeOf(actor: Actor, id: string) {
  return asReader(actor, async ({ tx }) => {
    const row = await scopeIn(tx, id)
    if (!row) return null
    const { units, accounts, risks, providers } = await partsIn(tx, id)
    return {
      ...head(row), editionId: row.editionId, reason: row.reason, opinion: row.opinion, materiality: row.materiality,
      units: units.map(({ scopedId, reason }) => ({ unitId: scopedId, inScope: reason === null, reason })), accounts, risks, providers,
    }
  })
}

function head({ id, year, status, revisionOf, draftedAt, approvedAt, supersededAt, version, materiality }: ScopeRow) {
  return { id, year, status, revisionOf, draftedAt, approvedAt, supersededAt, version, amount: materiality?.amount ?? null }
}
