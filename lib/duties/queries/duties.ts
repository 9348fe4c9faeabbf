import { asAccessReader } from "@/lib/duties/policy"
import { type Exposure, exposuresIn } from "@/lib/duties/queries/exposures"
import { type DutyKey, dutyRules, ruleOf } from "@/lib/duties/rules/duties"
import type { Actor, Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"
import { dateOf, type Day, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { namesOf } from "@/lib/platform/names"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"

export type Refused = { id: string; at: Date; rule: DutyKey | null; command: string; message: string; unitId: string | null; name: Text | null }
export type DutyRule = { key: DutyKey; database: boolean; exposed: (Exposure & { name: Text | null })[]; refused: Refused[] }

/** Every rule that keeps duties apart, who could break it today, and who was refused since a quarter began. */
export async function dutyPage(actor: Actor, quarter?: string): Promise<{ since: Day; until: Day; rules: DutyRule[]; others: Refused[] }> {
  return asReader(asAccessReader(actor), async ({ tx, now }) => {
    const { start: since, end: until } = quarterPeriod(quarter ?? quarterOf(today(now)))
    const exposures = await exposuresIn(tx, today(now))
    const refused = await refusedIn(tx, since, until)
    const names = await namesOf(tx, exposures.map(({ personId }) => personId))
    const rules = dutyRules.map(({ key, database }) => ({
      key, database, exposed: exposures.filter(({ rule }) => rule === key).map((one) => ({ ...one, name: names.get(one.personId) ?? null })), refused: refused.filter(({ rule }) => rule === key),
    }))
    return { since, until, rules, others: refused.filter(({ rule }) => rule === null) }
  })
}

async function refusedIn(tx: Tx, since: Day, until: Day): Promise<Refused[]> {
  const rows = await tx.refusalNote.findMany({
    where: { code: "separation-of-duties", at: { gte: dateOf(since), lt: new Date(dateOf(until).getTime() + 86_400_000) } }, orderBy: { id: "desc" }, take: 500,
    select: { id: true, at: true, command: true, message: true, unitId: true, personId: true },
  })
  const names = await namesOf(tx, rows.map(({ personId }) => personId))
  return rows.map(({ personId, ...row }) => ({ ...row, rule: ruleOf(row.message), name: names.get(personId ?? "") ?? null }))
}
