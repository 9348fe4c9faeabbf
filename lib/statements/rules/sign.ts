import { change, type FieldError, type Outcome, refused } from "@/lib/platform/refusal"
import { changesBetween, factsHash } from "@/lib/statements/rules/facts"
import type { SignStatement, StatementFacts } from "@/lib/statements/schema"

type Declared = { exceptions: string; unfinished: string }

/**
 * What the signer declares, against the facts as they stand now (domain.md § 6): facts that changed since they were read
 * are shown first, and unfinished tests stand declared, by a tick and in words, or block.
 */
export function declare(stated: StatementFacts, now: StatementFacts, input: Omit<SignStatement, "id" | "password">): Outcome<Declared> {
  if (input.factsHash !== factsHash(now)) {
    const errors = changesBetween(stated, now).map(({ fact, before, after }): FieldError => (
      { path: "factsHash", message: `statements.errors.changed.${fact}`, params: { before, after } }
    ))
    return refused("stale-version", "statements.refusals.factsChanged", { errors })
  }
  if (now.unfinished.length === 0) return change({ exceptions: input.exceptions, unfinished: "" })
  const errors: FieldError[] = [
    ...(input.declared ? [] : [{ path: "declared", message: "statements.errors.undeclared", params: { count: now.unfinished.length } }]),
    ...(input.unfinished === "" ? [{ path: "unfinished", message: "statements.errors.unfinishedWords" }] : []),
  ]
  if (errors.length > 0) return refused("invalid", "statements.refusals.undeclared", { errors })
  return change({ exceptions: input.exceptions, unfinished: input.unfinished })
}
