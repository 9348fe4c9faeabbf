import { asProved, type Proved } from "@/lib/access/commands/proof"
import { record } from "@/lib/audit/record"
import type { Actor, Role } from "@/lib/platform/actor"
import { ordered } from "@/lib/platform/canonical"
import type { Work } from "@/lib/platform/door"
import { textIn } from "@/lib/platform/i18n/text"
import { wordsIn } from "@/lib/platform/i18n/words"
import { newId } from "@/lib/platform/ids"
import { accept, found, permit, type Result } from "@/lib/platform/refusal"
import { apply, lockStatement, stateAfter } from "@/lib/statements/commands/change"
import { keepPaper, timeWords } from "@/lib/statements/commands/paper"
import { mayCountersign, maySign, signingRole } from "@/lib/statements/policy"
import { factsNowIn } from "@/lib/statements/queries/facts"
import type { StatementRow } from "@/lib/statements/queries/one"
import { factsHash, signedHash } from "@/lib/statements/rules/facts"
import { declare } from "@/lib/statements/rules/sign"
import { statementText } from "@/lib/statements/rules/text"
import type { CountersignStatement, SignStatement } from "@/lib/statements/schema"

type Signed = { id: string; documentSha256: string; version: number }

/**
 * Signs, proving anew who one is: the exact text, the facts and their hash are frozen, and the document is made and stored
 * before the signature is written. A document that fails leaves no signature; a signature that fails, a blob nobody names.
 */
export async function signStatement(actor: Actor, input: SignStatement): Promise<Result<Signed>> {
  return asProved(actor, "statements.sign", input, async (work, prove) => {
    const statement = await lockStatement(work, input.id)
    permit(maySign(actor, statement), statement)
    const status = stateAfter(statement, "sign", input.version)
    const facts = found(await factsNowIn(work.tx, statement.unitId, statement.quarter))
    const declared = accept(declare(statement.facts, facts, input))
    const proved = await prove()
    const text = statementText(wordsIn(statement.language, "statements.document"), { ...statement, ...declared, facts })
    const hash = signedHash(text, facts)
    const own = signatory(actor, statement, work.now, signingRole(actor, statement))
    const documentSha256 = await keepPaper({ ...statement, ...declared, locale: statement.language, facts, hash, at: work.now, demo: actor.demo, signature: own.printed, countersignature: null })
    await addSignature(work, statement, { kind: "sign", role: own.role, name: own.printed.person, text, facts: ordered(facts), hash, documentSha256, proved })
    await apply(work, statement, { status, ...declared, text, facts, factsHash: factsHash(facts), documentSha256 })
    await record(work, {
      type: "statements.signed", unitId: statement.unitId, subjects: [{ kind: "statement", id: statement.id }],
      params: { number: statement.number, unfinished: facts.unfinished.length }, before: { status: statement.status }, after: { status, hash, documentSha256, role: own.role, method: proved.method },
    })
    return { id: statement.id, documentSha256, version: statement.version + 1 }
  })
}

/** The company countersigns what was signed, as it was signed; its copy bears both signatures, and the first document stays. */
export async function countersignStatement(actor: Actor, input: CountersignStatement): Promise<Result<Signed>> {
  return asProved(actor, "statements.countersign", input, async (work, prove) => {
    const statement = await lockStatement(work, input.id)
    permit(mayCountersign(actor, statement), statement)
    const status = stateAfter(statement, "countersign", input.version)
    const proved = await prove()
    const { text, facts, hash, role, personName, signedAt } = found(await work.tx.signature.findFirst({
      where: { statementId: statement.id, kind: "sign" }, select: { text: true, facts: true, hash: true, role: true, personName: true, signedAt: true },
    }))
    const own = signatory(actor, statement, work.now, "chief-accountant")
    const signature = { person: personName, role: roleWords(statement, role), time: timeWords(statement.language, signedAt, statement.timeZone) }
    const documentSha256 = await keepPaper({ ...statement, locale: statement.language, hash, at: work.now, demo: actor.demo, signature, countersignature: own.printed })
    await addSignature(work, statement, { kind: "countersign", role: own.role, name: own.printed.person, text, facts, hash, documentSha256, proved })
    await apply(work, statement, { status })
    await record(work, {
      type: "statements.countersigned", unitId: statement.unitId, subjects: [{ kind: "statement", id: statement.id }], params: { number: statement.number },
      before: { status: statement.status }, after: { status, hash, documentSha256, method: proved.method },
    })
    return { id: statement.id, documentSha256, version: statement.version + 1 }
  })
}

type Written = { kind: "sign" | "countersign"; role: Role; name: string; text: string; facts: string; hash: string; documentSha256: string; proved: Proved }

async function addSignature({ tx, now, actor }: Work, { id, unitId }: StatementRow, { name, proved, ...signature }: Written): Promise<void> {
  await tx.signature.create({
    data: { id: newId(), unitId, statementId: id, personId: actor.personId ?? "", personName: name, method: proved.method, provedAt: proved.at, signedAt: now, ...signature },
    select: { id: true },
  })
}

function signatory(actor: Actor, statement: StatementRow, now: Date, role: Role) {
  const { language, timeZone } = statement
  return { role, printed: { person: textIn(language, actor.name), role: roleWords(statement, role), time: timeWords(language, now, timeZone) } }
}

function roleWords({ language }: StatementRow, role: string): string {
  return wordsIn(language, "common.roles")(role)
}
