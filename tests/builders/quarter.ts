import { type Actor, seed } from "@/lib/platform/actor"
import { addDays, dateOf } from "@/lib/platform/days"
import { asActor } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { type Quarter, quarterPeriod } from "@/lib/platform/periods"
import { givePassword } from "@/lib/access/commands/passwords"
import type { Company } from "./company"

export const password = "正确的密码 correct horse 9"

export type BuiltQuarter = { assessmentId: string; tests: { id: string; code: string }[]; deficiencyId: string; deficiencyNumber: string }

/**
 * A quarter of EAST in review: four papers, effective, ineffective, and two that run every month and are unfinished unless
 * `finished`; a deficiency from the ineffective one, closed, withdrawn or what is asked.
 */
export async function buildQuarter(company: Company, quarter: Quarter, options: { finished?: boolean; unit?: string; deficiency?: string } = {}): Promise<BuiltQuarter> {
  const unitId = options.unit ?? company.east
  const points = company.points.filter((point) => ["monthly", "weekly", "daily"].includes(point.frequency))
  const built = await asActor(seed, "tests.quarter", async ({ tx, now }) => {
    const assessmentId = newId()
    await tx.assessment.create({ data: { id: assessmentId, unitId, quarter, editionId: company.editionId, status: "in-review", plannedAt: now } })
    const tests = []
    for (const [index, point] of points.entries()) {
      const done = index < 2 || options.finished === true
      const test = { id: newId(), code: point.code }
      await tx.test.create({
        data: {
          ...test, unitId, assessmentId, quarter, pointId: point.pointId, pointVersionId: point.versionId, nodeCode: "9.1", frequency: point.frequency,
          nature: "manual", status: done ? "reviewed" : "in-progress", conclusion: done ? (index === 1 ? "ineffective" : "effective") : null,
        },
      })
      tests.push(test)
    }
    const failed = points[1]
    const deficiencyId = newId()
    const deficiencyNumber = `缺-${quarter.slice(0, 4)}-${deficiencyId.slice(-3)}`
    if (failed) {
      await tx.deficiency.create({
        data: {
          id: deficiencyId, unitId, number: deficiencyNumber, year: Number(quarter.slice(0, 4)), quarter, kind: "operating", source: "test",
          pointId: failed.pointId, pointVersionId: failed.versionId, pointCode: failed.code, nodeCode: "9.1", frequency: failed.frequency, nature: "manual",
          title: "核对表缺少复核签字", description: "抽查三份，一份没有签字。", status: options.deficiency ?? "contested", registeredAt: now,
          confirmBy: dateOf(addDays(quarterPeriod(quarter).end, 20)),
        },
      })
    }
    return { assessmentId, tests, deficiencyId, deficiencyNumber }
  })
  if (!built.ok) throw new Error(`builder refused: ${built.refusal.message}`)
  return built.value
}

/** Gives people the one password of the tests. */
export async function givePasswords(...people: Actor[]): Promise<void> {
  for (const { personId } of people) await givePassword(seed, personId ?? "", password)
}

/** One more paper is reviewed: the facts change. */
export async function finishTest(test: { id: string }): Promise<void> {
  await asActor(seed, "tests.finish", ({ tx }) => tx.test.update({ where: { id: test.id }, data: { status: "reviewed", conclusion: "effective" }, select: { id: true } }))
}
