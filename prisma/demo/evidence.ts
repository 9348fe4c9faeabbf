import { acceptUses, returnUse } from "@/lib/evidence/commands/review"
import { resubmitEvidence } from "@/lib/evidence/commands/resubmit"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { type ListedObligation, listObligations } from "@/lib/evidence/queries/obligations"
import { waitingUses } from "@/lib/evidence/queries/waiting"
import { type Actor, actingAt } from "@/lib/platform/actor"
import { addDays, type Day } from "@/lib/platform/days"
import { actorOfPerson } from "@/lib/platform/identity"
import { contentsOf, type Fate } from "./evidence-contents"
import { moment } from "./people-of"
import { must } from "./said"
import { together } from "./together"

export type Story = {
  unitId: string; quarter: string; until: Day; reader: Actor; fates: Map<string, Fate>
  /** Nobody reviews the own: what one may not judge is left to the next. */
  reviewers: [Actor, ...Actor[]]
  /** Elements and processes whose people are late with everything; or the only ones that anything was logged for. */
  late?: Set<string>; only?: Set<string>
  /** Who is away from a day on, and who logs as their deputy. */
  away?: { personId: string; deputyId: string; from: Day }
}
type Waiting = { recordId: string; fate: Fate | undefined }

/** Logs a quarter's evidence by its owners, month by month: what fell due by `until`, each month's records reviewed by another person. */
export async function logEvidence(story: Story): Promise<void> {
  const isLogged = ({ node }: ListedObligation) => !story.late?.has(node) && (story.only?.has(node) ?? true)
  const owed = (await obligations(story)).filter((one) => fateOf(story, one) !== "missing" && one.owner && one.periodEnd < story.until && isLogged(one))
  for (const periodEnd of [...new Set(owed.map((one) => one.periodEnd))].toSorted()) {
    const logged = await together(grouped(story, owed.filter((one) => one.periodEnd === periodEnd)), (group, index) => log(story, group, index))
    await review(story, periodEnd, logged.flat())
  }
}

async function obligations(story: Story): Promise<ListedObligation[]> {
  const owed: ListedObligation[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listObligations(actingAt(story.reader, at(story.until, 20)), { unit: story.unitId, period: story.quarter, limit: 200, cursor })
    owed.push(...page.items)
    if (page.next === null) return owed
    cursor = page.next
  }
}

function fateOf({ fates }: Story, { code, period }: ListedObligation): Fate | undefined {
  return fates.get(`${code} ${period}`)
}

// One record serves up to four points of the same owner, as a month's file of papers would; what has a fate of its own stands alone.
function grouped(story: Story, owed: ListedObligation[]): ListedObligation[][] {
  const groups: ListedObligation[][] = []
  for (const one of owed) {
    const fits = (group: ListedObligation[]) => group.length < 4 && group[0]?.owner?.id === one.owner?.id && group[0]?.kind === one.kind && group[0]?.node === one.node
    const group = fateOf(story, one) || one.kind === "register" ? undefined : groups.find((known) => known[0] && !fateOf(story, known[0]) && fits(known))
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
}

async function log(story: Story, group: ListedObligation[], index: number): Promise<Waiting[]> {
  const [first] = group
  if (!first) return []
  const day = addDays(first.periodEnd, 1 + (index % 3))
  const ownerId = first.owner?.id ?? ""
  const person = await actorOfPerson(story.away?.personId === ownerId && day >= story.away.from ? story.away.deputyId : ownerId)
  if (!person) return []
  const fate = fateOf(story, first)
  const owner = actingAt(person, at(day, 9 + (index % 8)))
  const sent = must(await submitEvidence(owner, await contentsOf(group, index, fate)), `evidence of ${first.code} ${first.period}`)
  return [{ recordId: sent.id, fate }]
}

/** The reviewers' day, some days after the period's end: one paper goes back and comes again, the others are accepted at once. */
async function review(story: Story, periodEnd: Day, logged: Waiting[]): Promise<void> {
  for (const { recordId } of logged.filter(({ fate }) => fate === "returned")) await giveBack(story, periodEnd, recordId)
  const accepted = new Set(logged.filter(({ fate }) => fate !== "waiting").map(({ recordId }) => recordId))
  for (const [index, actor] of story.reviewers.entries()) await acceptAll(story, actingAt(actor, at(addDays(periodEnd, 7), 16 + index)), accepted)
}

async function acceptAll({ unitId, quarter }: Story, reviewer: Actor, accepted: ReadonlySet<string>): Promise<void> {
  for (;;) {
    const { items } = await waitingUses(reviewer, unitId, 500)
    const ids = items.filter(({ recordId }) => accepted.has(recordId)).map(({ id }) => id)
    if (ids.length === 0) return
    must(await acceptUses(reviewer, { ids }), `acceptance of ${quarter}`)
  }
}

async function giveBack(story: Story, periodEnd: Day, recordId: string): Promise<void> {
  const reviewer = actingAt(story.reviewers[0], at(addDays(periodEnd, 4), 16))
  const use = (await waitingUses(reviewer, story.unitId, 500)).items.find((one) => one.recordId === recordId)
  const person = use && (await actorOfPerson(use.submittedBy ?? ""))
  const obligation = (await obligations(story)).find((one) => one.pointId === use?.pointId && one.period === use?.period)
  if (!use || !person || !obligation) throw new Error(`demonstration: nothing waits in record ${recordId}`)
  must(await returnUse(reviewer, { id: use.id, revision: undefined, reason: "照片中签字不清，请补充对方签字页后重新提交。" }), "return")
  const { obligationIds: _, ...better } = await contentsOf([obligation], 1, undefined)
  const again = { ...better, recordId, version: 1, reason: "补充对方签字页。", keep: [] }
  must(await resubmitEvidence(actingAt(person, at(addDays(periodEnd, 5), 10)), again), "resubmission")
}

function at(day: Day, hour: number): Date {
  return moment(`${day}T${String(hour).padStart(2, "0")}:00`)
}
