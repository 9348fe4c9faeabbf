import { planObligations } from "@/lib/evidence/commands/plan"
import { submitEvidence, type Submission } from "@/lib/evidence/commands/submit"
import { type ListedObligation, listObligations } from "@/lib/evidence/queries/obligations"
import { type Actor, actingAt } from "@/lib/platform/actor"
import type { Result } from "@/lib/platform/refusal"
import type { Company } from "./company"

/** A moment in the working day of a plant. */
export const at = (day: string) => new Date(`${day}T02:00:00Z`)

export function gave<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.message} ${JSON.stringify(result.refusal.errors ?? [])}`)
  return result.value
}

/** EAST's obligations of a quarter, planned by its finance lead. */
export async function planQuarter(company: Company, quarter: string): Promise<ListedObligation[]> {
  const lead = actingAt(company.people.finance, at(`${quarter.slice(0, 4)}-01-05`))
  gave(await planObligations(lead, { unitId: company.east, quarter }))
  return (await listObligations(lead, { unit: company.east, period: quarter, limit: 200 })).items
}

export const photo = { name: "盘点表.jpg", size: 3, sha256: "a".repeat(64), mime: "image/jpeg" }

export function evidenceFor(obligationIds: string[], changes: Partial<Submission> = {}): Submission {
  return {
    obligationIds, occurred: "yes", kind: "review", occurredOn: "2026-07-31", reference: "收-07-12", note: "核对无差异", files: [photo], ...changes,
  }
}

/** A record of one obligation, logged by the owner on a day. */
export async function logEvidence(owner: Actor, obligationId: string, day: string, changes: Partial<Submission> = {}) {
  return gave(await submitEvidence(actingAt(owner, at(day)), evidenceFor([obligationId], changes)))
}
