import type { Case } from "@/lib/deficiencies/rules/case"
import type { Actor, Role } from "@/lib/platform/actor"
import { allowed, forbidden, type Verdict } from "@/lib/platform/refusal"
import { byRoleUninvolved } from "./parts"

const retesters: Role[] = ["tester", "internal-audit"]

/** A tester or internal audit: neither owner, performer nor anybody who remedied any part of it, and for a significant or material one not the first tester. */
export function mayStartRetest(actor: Actor, deficiency: Case): Verdict {
  const verdict = byRoleUninvolved(actor, deficiency, retesters)
  if (!verdict.allowed) return verdict
  const weighty = deficiency.grade === "significant-deficiency" || deficiency.grade === "material-weakness"
  const first = actor.personId !== null && actor.personId === deficiency.firstTesterPersonId
  return weighty && first ? forbidden("deficiencies.refusals.firstTester", retesters, "separation-of-duties") : allowed
}

/** The retester who started it. */
export function mayDecideRetest(actor: Actor, deficiency: Case): Verdict {
  const verdict = mayStartRetest(actor, deficiency)
  if (!verdict.allowed) return verdict
  return actor.personId !== null && actor.personId === deficiency.retest?.testerPersonId ? allowed : forbidden("deficiencies.refusals.notRetester", retesters)
}
