import { sampledOf, sampledVersions } from "@/lib/assessments/queries/sampled"
import { historyOf, readHistory } from "@/lib/audit/queries"
import { operates } from "@/lib/deficiencies/policy/parts"
import { possibilities } from "@/lib/deficiencies/policy/possible"
import type { Case } from "@/lib/deficiencies/rules/case"
import { baseDateOf, earliestRetest, guardOf, lastImplementation } from "@/lib/deficiencies/rules/retest"
import { isOverdue } from "@/lib/deficiencies/rules/standing"
import { recordsOfVersions } from "@/lib/evidence/queries/versions"
import { headingsIn } from "@/lib/handbook/queries/headings"
import { noteAllFixed, shownAmong } from "@/lib/handbook/queries/kept"
import type { Actor } from "@/lib/platform/actor"
import { type Answers, askAtOnce, nothing, type Question, rowsOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { type Day, daysBetween, today } from "@/lib/platform/days"
import { asReader } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { named, namesFor } from "@/lib/platform/names"
import { figuresOfYear, readFigures } from "@/lib/scoping/queries/figures"
import { yearOf } from "@/lib/platform/periods"
import { peopleIn } from "@/lib/units/queries/people"
import { namedUnitIn } from "@/lib/units/queries/units"
import { caseOf, partsOf } from "./case"
import { evidenceSinceIn } from "./evidence"
import { type DeficiencyRecord, recordIn } from "./record"

export type DeficiencyView = NonNullable<Awaited<ReturnType<typeof deficiencyOf>>>

/** Everything about one deficiency that its page shows; null where it is not reached or not released. */
export async function deficiencyOf(actor: Actor, id: string) {
  return asReader(actor, async ({ tx, now }) => {
    const record = isId(id) ? await recordIn(tx, id) : null
    return record && viewIn(tx, actor, record, today(now))
  })
}

async function viewIn(tx: Tx, actor: Actor, record: DeficiencyRecord, day: Day) {
  const inside = operates(actor)
  const { names, basis, predecessor, successors, history, editions, test, evidence, ...parts } = await askAtOnce(tx, {
    ...partsOf(record, day), ...originOf(record), names: namesFor(peopleOf(record)), basis: figuresOfYear(yearOf(record.quarter)), editions: shownAmong([record.pointVersionId]),
    history: inside ? historyOf(record.unitId, "deficiency", record.id) : nothing<[]>(),
    predecessor: record.predecessorId === null ? nothing<Relative[]>() : relatives(Prisma.sql`id = ${record.predecessorId}::uuid`),
    successors: record.status === "closed" ? relatives(Prisma.sql`"unitId" = ${record.unitId}::uuid and "predecessorId" = ${record.id}::uuid`) : nothing<Relative[]>(),
  })
  noteAllFixed(tx, editions)
  const deficiency = caseOf(record, parts)
  const possible = possibilities(actor, deficiency, day)
  const retesting = inside && deficiency.implementedOn !== null && ["observing", "retesting"].includes(deficiency.status)
  return {
    record,
    deficiency,
    today: day,
    overdue: isOverdue(deficiency, day),
    unit: await namedUnitIn(tx, actor, record.unitId),
    department: parts.department,
    heading: (await headingsIn(tx, [record.pointVersionId])).get(record.pointVersionId) ?? null,
    names: named(names),
    possible,
    guard: guardFor(deficiency, day),
    basis: inside ? readFigures(basis) : null,
    origin: readOrigin(record, { test, evidence }),
    /** The closed one that it goes on from, and those that go on from it. */
    related: { predecessor: predecessor?.[0] ?? null, successors: successors ?? [] },
    /** Who may be named to remediate, where this reader may agree a plan. */
    people: possible.some(({ event, verdict }) => event === "agree-plan" && verdict.allowed) ? await peopleIn(tx, record.unitId, day) : [],
    evidenceSince: retesting && deficiency.implementedOn ? await evidenceSinceIn(tx, record, deficiency.implementedOn, day) : [],
    history: history && readHistory(history),
  }
}

export type GuardView = ReturnType<typeof guardFor>

/** The waiting period in days, and the last day of implementation that still passes before the base date. */
function guardFor({ pace, implementedOn }: Case, day: Day) {
  const baseDate = baseDateOf(day)
  const from = implementedOn === null ? null : earliestRetest(implementedOn, pace)
  return {
    ...guardOf(pace), frequency: pace.frequency, nature: pace.nature, yearCount: pace.yearCount, implementedOn, from, baseDate,
    daysLeft: from === null ? null : Math.max(0, daysBetween(day, from)),
    lastImplementation: lastImplementation(baseDate, pace),
    inTime: from === null ? null : from <= baseDate,
  }
}

/** The test that raised it, and the evidence that was looked at there and in retests. */
function originOf(record: DeficiencyRecord) {
  return { test: sampledOf(record), evidence: recordsOfVersions(Prisma.sql`select unnest(${retestedOf(record)}::uuid[]) union ${sampledVersions(record)}`) }
}

function retestedOf(record: DeficiencyRecord): string[] {
  return record.retests.flatMap(({ samples }) => samples.flatMap(({ versionId }) => versionId ?? []))
}

function readOrigin(record: DeficiencyRecord, told: Answers<ReturnType<typeof originOf>>) {
  const test = told.test[0] ?? null
  const records = new Map(told.evidence.map(({ versionId, id, number }) => [versionId, { id, number }]))
  const seen = new Map<string, { id: string; number: string; label: string }>()
  for (const { versionId, label } of test?.items ?? []) {
    const evidence = versionId === null ? undefined : records.get(versionId)
    if (evidence) seen.set(evidence.id, { ...evidence, label })
  }
  return { test, evidence: [...seen.values()], retested: new Map(retestedOf(record).flatMap((id) => { const found = records.get(id); return found ? [[id, found] as const] : [] })) }
}

type Relative = { id: string; number: string; title: string; status: string }

function relatives(which: Prisma.Sql): Question<Relative[]> {
  return rowsOf(Prisma.sql`select id, number, title, status from "Deficiency" where ${which} order by "registeredAt"`)
}

function peopleOf(record: DeficiencyRecord): (string | null)[] {
  return [
    record.ownerPersonId, record.firstTesterPersonId, record.remediatorPersonId, record.registeredBy,
    ...record.confirmations.flatMap(({ by, actedFor }) => [by, actedFor]), ...record.gradings.map(({ by }) => by), ...record.closures.map(({ by }) => by),
    ...record.plans.flatMap((plan) => [plan.remediatorPersonId, plan.agreedBy]), ...record.extensions.flatMap((one) => [one.requestedBy, one.decidedBy]),
    ...record.implementations.flatMap((one) => [one.reportedBy, one.decidedBy]), ...record.retests.map(({ testerPersonId }) => testerPersonId),
  ]
}
