import { same, wordingOfPoint, wordingOfStep } from "@/lib/change-requests/rules/fields"
import { requestIn, type RequestRow } from "@/lib/change-requests/queries/requests"
import { pointByCodeIn, stepByCodeIn } from "@/lib/handbook/queries/by-code"
import type { Actor } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { asReader } from "@/lib/platform/door"

export type CarriedRequest = { id: string; number: string; unitId: string; code: string; field: string; version: number; carried: boolean }

/**
 * The accepted requests that an edition names (domain.md § 1), and, for a draft, those that no draft carries yet. `carried`
 * says whether the accepted wording stands there: a workbook imported later may have written over it.
 */
export async function requestsOfEdition(actor: Actor, editionId: string, isDraft: boolean): Promise<CarriedRequest[]> {
  return asReader(actor, async ({ tx }) => {
    const drafts = isDraft ? [{ draftId: editionId }, { draftId: null }] : [{ draftId: editionId }]
    const rows = await tx.changeRequest.findMany({ where: { status: "accepted", OR: drafts }, orderBy: { number: "asc" }, select: { id: true } })
    const requests: CarriedRequest[] = []
    for (const { id } of rows) {
      const request = await requestIn(tx, id)
      if (request) requests.push({ id, number: request.number, unitId: request.unitId, code: request.code, field: request.field, version: request.version, carried: await standsIn(tx, editionId, request) })
    }
    return requests
  })
}

async function standsIn(tx: Tx, editionId: string, { code, field, accepted, pointId, draftId }: RequestRow): Promise<boolean> {
  if (accepted === null || draftId !== editionId) return false
  const point = pointId ? await pointByCodeIn(tx, editionId, code) : null
  const step = pointId ? null : await stepByCodeIn(tx, editionId, code)
  return same(point ? wordingOfPoint(point.content, field) : step ? wordingOfStep(step, field) : null, accepted)
}
