import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { notFound } from "@/lib/platform/endpoint"
import { accept, found, permit, type Result } from "@/lib/platform/refusal"
import { maySignOff } from "../policy"
import { assessmentIn } from "../queries/assessments"
import { linesByIdIn } from "../queries/lines"
import { peopleOfPapersIn } from "../queries/people"
import { openingsIn } from "../queries/openings"
import { signingPapersIn, signingSeed } from "../queries/signing"
import { maySignOff as coversAll } from "../rules/signing"
import type { SignOff } from "../schema"

/**
 * The lead signs a process: all its due papers are reviewed, and those that must be opened have been by the lead,
 * as the server has noted (domain.md § 4).
 */
export async function signOff(actor: Actor, input: SignOff): Promise<Result<{ id: string; count: number }>> {
  return asActor(actor, "assessments.signOff", async (work) => {
    const assessment = found(await assessmentIn(work.tx, input.assessmentId))
    await work.tx.$queryRaw`select 1 as locked from "Test" where "unitId" = ${assessment.unitId}::uuid and "assessmentId" = ${assessment.id}::uuid
      and "nodeCode" = ${input.node} order by id for update`
    const papers = await signingPapersIn(work.tx, assessment, [input.node])
    found(papers[0])
    const people = await peopleOfPapersIn(work.tx, papers)
    permit(maySignOff(actor, assessment.unitId, [...people.values()]), assessment)
    const seed = signingSeed(assessment, input.node)
    const opened = [...(await openingsIn(work.tx, { assessmentId: assessment.id, unitId: assessment.unitId }, actor.personId ?? "")).keys()]
    const ids = accept(coversAll(papers, seed, opened))
    await work.tx.$executeRaw`
      update "Test" set status = 'signed-off', "signedOffBy" = ${actor.personId}::uuid, "signedOffAt" = ${work.now}, version = version + 1
      where "unitId" = ${assessment.unitId}::uuid and id = any (${ids}::uuid[])`
    await record(work, {
      type: "assessments.signedOff", unitId: assessment.unitId,
      subjects: [{ kind: "assessment", id: assessment.id }, ...ids.map((id) => ({ kind: "test" as const, id }))],
      params: { quarter: assessment.quarter, node: input.node, count: ids.length },
      before: { status: "reviewed" }, after: { status: "signed-off", seed, opened: papers.flatMap(({ id }) => (opened.includes(id) ? [id] : [])) },
    })
    return { id: assessment.id, count: ids.length }
  })
}

/** Signs the process that a paper belongs to. */
export async function signOffTest(actor: Actor, input: { id: string }): Promise<Result<{ id: string; count: number }>> {
  const paper = await asReader(actor, async ({ tx }) => (await linesByIdIn(tx, [input.id]))[0])
  if (!paper) return notFound
  return signOff(actor, { assessmentId: paper.assessmentId, node: paper.nodeCode })
}
