import type { Params } from "@/lib/platform/refusal"
import { type FactName, factNames, numbersOf } from "@/lib/statements/rules/facts"
import type { Declarations, StatementFacts } from "@/lib/statements/schema"

/** The room's messages in the statement's language: `words("facts.tested")`. */
export type Words = (key: string, params?: Params) => string

const declared = ["responsibility", "reported", "pressure", "records", "changes", "events"] as const

/** The signer's declarations of domain.md § 6. */
export function declarationLines(words: Words, about: { unit: string; period: string }): string[] {
  return declared.map((name) => words(`declarations.${name}`, about))
}

export function factLines(words: Words, facts: StatementFacts): { fact: FactName; label: string; value: string }[] {
  const numbers: Record<FactName, number> = numbersOf(facts)
  return factNames.map((name) => ({ fact: name, label: words(`facts.${name}`), value: String(numbers[name]) }))
}

export function unfinishedLines(words: Words, facts: StatementFacts): { label: string; value: string }[] {
  return facts.unfinished.map(({ code, status }) => ({ label: code, value: words(`testStatus.${status}`) }))
}

type Content = { number: string; declarations: Declarations; facts: StatementFacts; exceptions: string; unfinished: string }

/** The exact text that is signed: everything that the document says, line by line. */
export function statementText(words: Words, { number, declarations, facts, exceptions, unfinished }: Content): string {
  return [
    declarations.organisation, declarations.title, `${words("number")} ${number}`, `${declarations.unit} · ${declarations.period} · ${declarations.edition}`,
    "", ...declarations.lines.map((line, index) => `${index + 1}. ${line}`),
    "", words("factsTitle"), ...factLines(words, facts).map(({ label, value }) => `${label}: ${value}`),
    "", words("exceptions"), exceptions === "" ? words("none") : exceptions,
    "", words("unfinished"), ...unfinishedLines(words, facts).map(({ label, value }) => `${label}: ${value}`), unfinished === "" ? words("none") : unfinished,
  ].join("\n")
}
