import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import { newId } from "@/lib/platform/ids"
import { nextNumber } from "@/lib/platform/numbers"
import { type Quarter, quarterPeriod, yearOf } from "@/lib/platform/periods"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { apply, lockStatement, stateAfter } from "@/lib/statements/commands/change"
import { mayPrepare, mayRefresh } from "@/lib/statements/policy"
import { factsNowIn } from "@/lib/statements/queries/facts"
import { changesBetween, factsHash } from "@/lib/statements/rules/facts"
import { declarationLines, statementText } from "@/lib/statements/rules/text"
import type { Declarations, PrepareStatement, RefreshStatement } from "@/lib/statements/schema"
import { refuseCeased } from "@/lib/units/commands/ceased"
import { unitOf } from "@/lib/units/queries/units"

/** Drafts the statement of a unit's quarter and makes it ready: the declarations in words, the facts as a snapshot. */
export async function prepareStatement(actor: Actor, input: PrepareStatement): Promise<Result<{ id: string; number: string; version: number }>> {
  return asActor(actor, "statements.prepare", async (work) => {
    const unit = found(await unitOf(work.tx, input.unitId))
    permit(mayPrepare(actor, { unitId: unit.id, unitKind: unit.kind }), { unitId: unit.id })
    refuseCeased(unit, quarterPeriod(input.quarter).start)
    const year = yearOf(input.quarter)
    // The counter locks, so of two preparations at once the second sees the first.
    const number = `声-${year}-${String(await nextNumber(work, unit.id, "statement", year)).padStart(3, "0")}`
    const before = await earlier(work, unit.id, input.quarter)
    const facts = (await factsNowIn(work.tx, unit.id, input.quarter)) ?? refuse("wrong-state", "statements.refusals.noAssessment")
    const declarations = await declared(work, { ...input, unit: textIn(input.language, { zh: unit.nameZh, en: unit.nameEn }) })
    const words = wordsIn(input.language, "statements.document")
    const [id, hash] = [newId(), factsHash(facts)]
    await work.tx.statement.create({
      data: {
        id, unitId: unit.id, kind: "statement", number, quarter: input.quarter, language: input.language, status: "ready", declarations, facts,
        text: statementText(words, { number, declarations, facts, exceptions: "", unfinished: "" }), factsHash: hash, predecessorId: before,
        draftedBy: actor.personId, draftedAt: work.now, preparedBy: actor.personId, preparedAt: work.now,
      },
    })
    await record(work, {
      type: "statements.prepared", unitId: unit.id, subjects: [{ kind: "statement", id }], params: { number, quarter: input.quarter },
      after: { status: "ready", facts, factsHash: hash },
    })
    return { id, number, version: 1 }
  })
}

/** Takes the facts of a statement that waits for its signature anew. */
export async function refreshStatement(actor: Actor, input: RefreshStatement): Promise<Result<{ id: string; version: number }>> {
  return asActor(actor, "statements.refresh", async (work) => {
    const statement = await lockStatement(work, input.id)
    permit(mayRefresh(actor, statement), statement)
    const status = stateAfter(statement, "prepare", input.version)
    const facts = found(await factsNowIn(work.tx, statement.unitId, statement.quarter))
    const hash = factsHash(facts)
    const words = wordsIn(statement.language, "statements.document")
    await apply(work, statement, {
      status, facts, factsHash: hash, preparedBy: actor.personId, preparedAt: work.now,
      text: statementText(words, { ...statement, facts, exceptions: "", unfinished: "" }),
    })
    await record(work, {
      type: "statements.refreshed", unitId: statement.unitId, subjects: [{ kind: "statement", id: statement.id }],
      params: { number: statement.number, count: changesBetween(statement.facts, facts).length },
      before: { factsHash: statement.factsHash }, after: { facts, factsHash: hash },
    })
    return { id: statement.id, version: statement.version + 1 }
  })
}

// A refused or withdrawn one is followed by the new one; one that stands is not replaced.
async function earlier({ tx }: Work, unitId: string, quarter: Quarter): Promise<string | null> {
  const last = await tx.statement.findFirst({ where: { unitId, quarter, kind: "statement" }, orderBy: { id: "desc" }, select: { id: true, status: true } })
  if (last && last.status !== "refused" && last.status !== "withdrawn") refuse("conflict", "statements.refusals.exists")
  return last?.id ?? null
}

async function declared({ tx }: Work, about: PrepareStatement & { unit: string }): Promise<Declarations> {
  const { unit, unitId, quarter, language } = about
  const words = wordsIn(language, "statements.document")
  const [company] = await tx.$queryRaw<{ nameZh: string; nameEn: string }[]>`select * from kp_organisation(${unitId}::uuid)`
  const assessment = await tx.assessment.findFirst({ where: { unitId, quarter }, select: { editionId: true } })
  const edition = assessment && (await tx.edition.findUnique({ where: { id: assessment.editionId }, select: { number: true } }))
  const period = wordsIn(language, "common.time")("quarter", { year: yearOf(quarter), quarter: Number(quarter.slice(6)) })
  return {
    organisation: company ? textIn(language, { zh: company.nameZh, en: company.nameEn }) : unit,
    unit, period, title: words("title"), edition: edition?.number ?? words("none"), lines: declarationLines(words, { unit, period }),
  }
}
