import { evidenceSinceIn } from "@/lib/deficiencies/queries/evidence"
import { guardOf } from "@/lib/deficiencies/rules/retest"
import { sampleErrors } from "@/lib/deficiencies/rules/sample-errors"
import type { About } from "@/lib/deficiencies/schema/inputs"
import type { FailRetest, PassRetest, RetestSampleGiven } from "@/lib/deficiencies/schema/samples"
import type { Actor } from "@/lib/platform/actor"
import { dateOf } from "@/lib/platform/days"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { type FieldError, refuse, type Result } from "@/lib/platform/refusal"
import { type Changed, changeDeficiency, type Loaded, type Made } from "./change"

/** Whoever starts it is the retester. Refused until the waiting period is over (domain.md § 5, fixed). */
export async function startRetest(actor: Actor, input: About): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "start-retest", done: "retest-started" }, async ({ tx, now }, { deficiency, row }) => {
    if (actor.personId === null || row.implementedOn === null) return refuse("wrong-state", "deficiencies.refusals.nothingReported")
    const required = guardOf(deficiency.pace).samples
    await tx.retest.create({
      data: { id: newId(), unitId: row.unitId, deficiencyId: row.id, testerPersonId: actor.personId, implementedOn: row.implementedOn, required, startedAt: now },
    })
    return { after: { retester: actor.personId, required } }
  })
}

/** Passes with enough samples of runs after implementation, all of them good; it stays `retesting` until the closure. */
export async function passRetest(actor: Actor, input: PassRetest): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "pass-retest", done: "retest-passed" }, (work, loaded) => conclude(work, loaded, "passed", input))
}

/** Fails: back to remediation, which then needs a new implementation. */
export async function failRetest(actor: Actor, input: FailRetest): Promise<Result<Changed>> {
  return changeDeficiency(actor, input, { event: "fail-retest", done: "retest-failed" }, async (work, loaded) => ({
    ...(await conclude(work, loaded, "failed", input)), set: { implementedOn: null },
  }))
}

async function conclude(work: Work, { deficiency, row, day }: Loaded, outcome: "passed" | "failed", given: { samples: RetestSampleGiven[]; note?: string }): Promise<Made> {
  const { tx, now } = work
  const { retest, implementedOn, pace } = deficiency
  if (retest === null || implementedOn === null) return refuse("wrong-state", "deficiencies.refusals.retestDecided")
  const linked = await link(work, row, implementedOn, day, given.samples)
  const errors = [...sampleErrors(outcome, implementedOn, pace, given.samples, day), ...linked.errors]
  if (errors.length > 0) refuse("invalid", "common.refusals.invalid", { errors })
  await tx.retestSample.createMany({
    data: linked.samples.map((sample, index) => ({
      id: newId(), unitId: row.unitId, retestId: retest.id, ordinal: index + 1, occurredOn: dateOf(sample.occurredOn), reference: sample.reference,
      versionId: sample.versionId, passed: sample.passed, note: sample.note ?? null, at: now,
    })),
  })
  await tx.retest.update({ where: { id: retest.id }, data: { outcome, note: given.note ?? null, decidedAt: now } })
  return { after: { outcome, samples: given.samples.length }, params: { samples: given.samples.length }, why: given.note }
}

type Linked = { samples: (RetestSampleGiven & { versionId: string | null })[]; errors: FieldError[] }

/** A sample named by the number of accepted evidence is tied to it, and must be of its day. */
async function link({ tx }: Work, row: Loaded["row"], implementedOn: string, day: string, samples: RetestSampleGiven[]): Promise<Linked> {
  const uses = await evidenceSinceIn(tx, row, implementedOn, day)
  const byNumber = new Map(uses.map((use) => [use.number, use]))
  const errors: FieldError[] = []
  const tied = samples.map((sample, index) => {
    const use = byNumber.get(sample.reference)
    if (use?.occurredOn && use.occurredOn !== sample.occurredOn) {
      errors.push({ path: `samples.${index}.occurredOn`, message: "deficiencies.errors.retest.other-day", params: { number: use.number, day: use.occurredOn } })
    }
    return { ...sample, versionId: use?.versionId ?? null }
  })
  return { samples: tied, errors }
}
