import type { HandoverRow } from "@/lib/handovers/queries/handovers"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { supervisorsIn } from "@/lib/handovers/queries/supervisors"
import { openStates } from "@/lib/handovers/rules/lifecycle"
import { missingTakers, takersOf } from "@/lib/handovers/rules/parting"
import type { Work } from "@/lib/platform/door"
import { today } from "@/lib/platform/days"
import { environment } from "@/lib/platform/env"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import { namesOf } from "@/lib/platform/names"
import { postMail } from "@/lib/platform/outbox"
import type { Passed } from "@/lib/units/commands/pass"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"

type Step = "named" | "relieved" | "divided" | "opened" | "handed-over" | "taken-over" | "completed" | "declined" | "cancelled" | "reminder"

type Told = { taker?: string; reason?: string; /** How many items, where it is not all of them. */ count?: number; /** Whom it concerns, where it is not everybody. */ only?: readonly string[] }

/** Writes to who hands over, who takes over, who may supervise and who answers meanwhile: what has happened, and whom it waits for. A reminder goes to the latter alone. */
export async function tellSigners(work: Work, handoverId: string, step: Step, params: Told = {}): Promise<void> {
  const { tx, actor } = work
  const handover = await handoverIn(tx, handoverId)
  if (!handover) return
  const takers = takersOf(handover.items)
  const supervisors = await supervisorsIn(work, handover)
  const waited = waitsFor(handover, supervisors)
  // Where nobody can name the takers or supervise, those are told who can name somebody that can.
  const keepers = supervisors.length === 0 && needsSupervisor(handover.status) ? await roleHoldersIn(tx, handover.unitId, ["administrator"], today(work.now)) : []
  const all = [handover.personId, handover.interimPersonId, ...takers, ...supervisors, ...keepers]
  const told = (params.only ?? (step === "reminder" ? [...waited, ...keepers] : all)).filter((id) => id !== null && id !== actor.personId)
  const people = await tx.person.findMany({ where: { id: { in: told.flatMap((id) => id ?? []) }, active: true }, select: { id: true, unitId: true, email: true, nameZh: true, nameEn: true, language: true } })
  const names = await namesOf(tx, [handover.personId, params.taker, ...waited])
  for (const person of people) {
    const t = wordsIn(person.language, "handovers.mail")
    const name = (id: string | undefined) => textIn(person.language, names.get(id ?? "") ?? { zh: "", en: null })
    const said = { number: handover.number, person: name(handover.personId), day: handover.leavesOn, count: params.count ?? handover.items.length, taker: name(params.taker), reason: params.reason ?? "", actor: textIn(person.language, actor.name) }
    const lines = [
      t("greeting", { name: person.language === "en" ? person.nameEn : person.nameZh }),
      t(step, said),
      ...(waited.length > 0 && openStates.some((state) => state === handover.status) ? [t(waited.includes(person.id) ? `yours.${handover.status}` : `waits.${handover.status}`, { names: waited.map(name).join(t("and")) })] : []),
      ...(person.id === handover.interimPersonId && step === "opened" ? [t("interim", said)] : []),
      ...(keepers.includes(person.id) ? [t("nobody")] : []),
      `${environment().url}/handovers/${handover.id}`,
    ]
    await postMail(work, { unitId: handover.unitId, personId: person.id }, { to: person.email, subject: t("subject", said), text: `${lines.join("\n")}\n` })
  }
}

/** Whose turn it is: the leaver's (and whoever divides what passes on), the takers' who have not signed, the supervisor's. */
function waitsFor(handover: HandoverRow, supervisors: readonly string[]): string[] {
  const divided = handover.items.every(({ takerPersonId }) => takerPersonId !== null)
  if (handover.status === "opened") return divided ? [handover.personId] : [...supervisors]
  if (handover.status === "handed-over") return missingTakers(handover.items, handover.signatures)
  return handover.status === "taken-over" ? [...supervisors] : []
}

function needsSupervisor(status: string): boolean {
  return status === "opened" || status === "taken-over"
}

/** What an event of a handover is about. */
export function about({ id, personId }: HandoverRow) {
  return [{ kind: "handover" as const, id }, { kind: "person" as const, id: personId }]
}

export function subjectsOf({ pointIds, ownershipIds }: Passed) {
  return [...ownershipIds.map((id) => ({ kind: "ownership" as const, id })), ...pointIds.map((id) => ({ kind: "point" as const, id }))]
}

export async function words({ tx }: Work, { number, personId }: HandoverRow) {
  const name = (await namesOf(tx, [personId])).get(personId)
  return { number, name: name?.zh ?? "", nameEn: name?.en ?? "" }
}
