import { beginWithin } from "@/lib/handovers/commands/begin"
import type { Changed } from "@/lib/handovers/commands/change"
import { withdrawWithin } from "@/lib/handovers/commands/cancel"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { belongingsIn, type Belonging } from "@/lib/handovers/queries/belongings"
import { interimsIn, someNames } from "@/lib/handovers/queries/interim"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import type { ItemKind } from "@/lib/handovers/rules/parting"
import { type Day, today } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { wordsIn } from "@/lib/platform/i18n/words"
import { found, refuse } from "@/lib/platform/refusal"
import { endHoldingsWithin } from "@/lib/units/commands/pass"
import { holdingsIn, type PersonRow, personIn } from "@/lib/units/queries/people"

export type Why = "position" | "account" | "role" | "department" | "ended" | "positionEnded" | "testing"
type Parting = {
  unitId: string; personId: string; leavesOn: Day; interimPersonId?: string; why: Why
  /** Positions left; all of them when none is told. */
  left?: { holdingId: string; positionId: string }[]
  /** What alone passes on: who no longer tests keeps the points. */
  kinds?: readonly ItemKind[]
}

/**
 * Somebody leaves a position, a department, their last role or the company: a handover opens in the same transaction, as far as
 * they answer for anything here (domain.md § 2). Who keeps other positions passes on what was owned in the ones left. The command
 * around it has permitted it. Null when there is nothing to pass on, or a departure is open that takes it along.
 */
export async function departWithin(work: Work, given: Parting): Promise<Changed | null> {
  const { unitId, personId } = given
  const leavesOn = given.leavesOn > today(work.now) ? given.leavesOn : today(work.now)
  await work.tx.$queryRaw`select id from "Person" where id = ${personId}::uuid for update`
  const note = wordsIn("zh-CN", "handovers.why")(given.why)
  const open = await work.tx.handover.findFirst({ where: { unitId, personId, status: { in: [...openStates] } }, select: { id: true, interimPersonId: true } })
  if (open) {
    // A departure that was to come later comes now: it is begun anew, so that nobody answers who has gone.
    const planned = found(await handoverIn(work.tx, open.id))
    if (planned.leavesOn <= leavesOn || given.kinds) return null
    await withdrawWithin(work, planned, note)
  }
  const kept = given.left ? (await holdingsIn(work.tx, unitId, leavesOn)).filter((row) => row.personId === personId && !given.left?.some(({ holdingId }) => holdingId === row.id)) : []
  const positions = kept.length > 0 ? (given.left ?? []).map(({ positionId }) => positionId) : null
  const items = (await belongingsIn(work.tx, { unitId, personId, positions }, leavesOn)).filter(({ kind }) => given.kinds?.includes(kind) ?? true)
  if (items.length === 0) return null
  const person = found(await personIn(work.tx, personId))
  const interimPersonId = await interimFor(work, { ...given, interimPersonId: given.interimPersonId ?? open?.interimPersonId ?? undefined }, items)
  const ended = given.left?.map(({ holdingId }) => holdingId) ?? []
  const holdings = kept.length > 0 || given.kinds ? ended : [...ended, ...(await endHoldingsWithin(work, { unitId, personId, to: leavesOn }))]
  return beginWithin(work, { unitId, person, kind: given.why === "account" ? "leaves" : "moves", leavesOn, interimPersonId, note, items, holdings })
}

/** The same in every unit where somebody answers for anything, as far as the asker reaches. */
export async function departEverywhereWithin(work: Work, given: Omit<Parting, "unitId" | "left">): Promise<void> {
  const rows = await work.tx.$queryRaw<{ unitId: string }[]>`
    select "unitId" from "Ownership" where "personId" = ${given.personId}::uuid and "voidedAt" is null and ("to" is null or "to" > ${given.leavesOn}::date)
    union select "unitId" from "Performer" where "personId" = ${given.personId}::uuid and "to" is null
    union select "unitId" from "Test" where ${given.personId}::uuid in ("testerPersonId", "reviewerPersonId") and status in ('assigned', 'in-progress', 'concluded')
    union select "unitId" from "Deficiency" where "remediatorPersonId" = ${given.personId}::uuid
    order by 1`
  for (const { unitId } of rows) await departWithin(work, { ...given, unitId })
}

// Who answers meanwhile: as told, else by default. Where the passing of a day began it nobody is there to ask, and it is opened all the same.
async function interimFor({ tx, now, actor }: Work, { unitId, personId, interimPersonId }: Parting, items: readonly Belonging[]): Promise<string | null> {
  const points = items.flatMap((item) => (item.kind === "point" ? [item.subjectId] : []))
  if (points.length === 0) return null
  const { byDefault, able } = await interimsIn(tx, { unitId, personId }, points, today(now))
  const chosen = interimPersonId ? able.find(({ id }) => id === interimPersonId) : byDefault
  return chosen?.id ?? (actor.kind === "job" ? (byDefault?.id ?? null) : refuseNoInterim(able, interimPersonId !== undefined))
}

/** Says that nobody answers meanwhile, and who could be named. */
export function refuseNoInterim(able: readonly PersonRow[], named: boolean): never {
  const message = named ? "interimUnable" : able.length > 0 ? "interimChoose" : "interimNobody"
  refuse("invalid", `handovers.refusals.${able.length > 0 ? "noInterim" : "noInterimAtAll"}`, { errors: [{ path: "interimPersonId", message: `handovers.errors.${message}`, params: { names: someNames(able), count: able.length } }] })
}
