import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { accept, type FieldError, found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { lentToIn } from "@/lib/borrowings/queries/borrowings"
import { roleHoldersIn } from "@/lib/units/queries/role-holders"
import { barToReviewing, barToTesting, mayLead, type PaperPeople, testingRoles } from "../policy"
import { type LineRow, linesByIdIn } from "../queries/lines"
import { peopleOfPapersIn } from "../queries/people"
import { dueIn } from "../rules/due"
import { listed } from "../rules/listed"
import { stepTest } from "../rules/step"
import type { AssignTests } from "../schema"

/**
 * Gives papers of one assessment a tester, a reviewer, or both: one or many (domain.md § 4). All or none: whoever stands
 * too near one of the points is refused at the field, with the points named.
 */
export async function assignTests(actor: Actor, input: AssignTests): Promise<Result<{ count: number }>> {
  return asActor(actor, "assessments.assign", (work) => assignWithin(work, input))
}

/** The same within another command. */
export async function assignWithin(work: Work, input: AssignTests): Promise<{ count: number }> {
  const { actor } = work
  const ids = [...new Set(input.testIds)]
  await work.tx.$queryRaw`select 1 as locked from "Test" where id = any (${ids}::uuid[]) order by id for update`
  const lines = await linesByIdIn(work.tx, ids)
  const first = found(lines.length === ids.length ? lines[0] : null)
  if (lines.some((line) => line.assessmentId !== first.assessmentId)) refuse("invalid", "assessments.refusals.one-assessment")
  permit(mayLead(actor, first), first)
  if (input.version !== undefined && lines.length === 1 && input.version !== first.version) refuse("stale-version", "common.refusals.stale-version")
  for (const line of lines) accept(stepTest(line.status, "assign"))
  const errors = await wrongPeople(work, lines, input)
  if (errors.length > 0) refuseAssignment(errors)
  await apply(work, ids, input)
  await record(work, {
    type: "assessments.assigned", unitId: first.unitId,
    subjects: [{ kind: "assessment", id: first.assessmentId }, ...ids.map((id) => ({ kind: "test" as const, id }))],
    params: { quarter: first.quarter, count: lines.length },
    before: lines.length === 1 ? { tester: first.testerPersonId, reviewer: first.reviewerPersonId } : undefined,
    after: { tester: input.testerPersonId, reviewer: input.reviewerPersonId, highRisk: input.highRisk },
  })
  return { count: lines.length }
}

async function apply(work: Work, ids: string[], input: AssignTests): Promise<void> {
  const [tester, reviewer, highRisk] = [input.testerPersonId ?? null, input.reviewerPersonId ?? null, input.highRisk ?? null]
  await work.tx.$executeRaw`
    update "Test" set "testerPersonId" = coalesce(${tester}::uuid, "testerPersonId"),
      "reviewerPersonId" = coalesce(${reviewer}::uuid, "reviewerPersonId"), "highRisk" = coalesce(${highRisk}::boolean, "highRisk"),
      status = case when status = 'unassigned' then 'assigned' else status end, version = version + 1
    where id = any (${ids}::uuid[])`
}

async function wrongPeople(work: Work, lines: readonly LineRow[], input: AssignTests): Promise<FieldError[]> {
  const { testerPersonId: tester, reviewerPersonId: reviewer } = input
  const people = await peopleOfPapersIn(work.tx, lines)
  const able = await roleHoldersIn(work.tx, lines[0]?.unitId ?? "", testingRoles, today(work.now))
  const lent = await lentToIn(work.tx, lines[0]?.unitId ?? "", today(work.now))
  const barred = (path: string, reason: (line: LineRow, bound: PaperPeople) => string | null) => named(path, lines.flatMap((line) => {
    const bound = people.get(line.id)
    const why = bound ? reason(line, bound) : null
    return why ? [{ why, code: line.code }] : []
  }))
  const roleless = (path: string, person: string | undefined) => (person && !able.includes(person) ? [{ path, message: "assessments.errors.no-testing-role" }] : [])
  return [
    ...barred("testIds", (line) => (dueIn(line.quarter, line.frequency).due ? null : "not-due")),
    ...(lent.some(({ personId, testIds }) => personId === tester && lines.every(({ id }) => testIds.has(id))) ? [] : roleless("testerPersonId", tester)),
    ...roleless("reviewerPersonId", reviewer),
    ...barred("testerPersonId", (line, bound) => {
      if (!tester) return line.testerPersonId ? null : "tester-missing"
      return line.status === "concluded" && tester !== line.testerPersonId ? "tester-concluded" : barToTesting(tester, bound)
    }),
    ...barred("reviewerPersonId", (line, bound) => {
      const [next, against] = [reviewer ?? line.reviewerPersonId, { ...bound, testerPersonId: tester ?? line.testerPersonId }]
      return next ? barToReviewing(next, against) : null
    }),
  ]
}

// One sentence for each reason, with the points that it concerns.
function named(path: string, found: readonly { why: string; code: string }[]): FieldError[] {
  return [...new Set(found.map(({ why }) => why))].map((why) => {
    const codes = found.filter((one) => one.why === why).map(({ code }) => code)
    return { path, message: `assessments.errors.${why}`, params: listed(codes) }
  })
}

function refuseAssignment(errors: FieldError[]): never {
  return apart(errors)
    ? refuse("separation-of-duties", "assessments.refusals.assign-apart", { errors, who: testingRoles })
    : refuse("invalid", "assessments.refusals.assign", { errors })
}

function apart(errors: readonly FieldError[]): boolean {
  return errors.some(({ message }) => /\.(tester|reviewer)-(owns|performs|uploaded|tested)$/.test(message))
}
