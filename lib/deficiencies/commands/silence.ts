import { dueByDayIn } from "@/lib/deficiencies/queries/due"
import { job } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { confirmDeficiency } from "./confirmation"
import { expireAcceptance } from "./ending"

/**
 * What happens by the passing of days alone: confirmations unanswered for five working days count as given, acceptances of
 * risk expire (domain.md § 5). Each is a command of its own, by the product; one that was overtaken is left as it is.
 */
export async function settleDeficiencies(at?: Date): Promise<{ confirmed: number; expired: number }> {
  const actor = { ...job, at }
  const due = await asReader(actor, ({ tx, now }) => dueByDayIn(tx, today(now)))
  const confirmed = []
  for (const id of due.silent) confirmed.push(await confirmDeficiency(actor, { id }))
  const expired = []
  for (const id of due.expired) expired.push(await expireAcceptance(actor, { id }))
  return { confirmed: confirmed.filter(({ ok }) => ok).length, expired: expired.filter(({ ok }) => ok).length }
}
