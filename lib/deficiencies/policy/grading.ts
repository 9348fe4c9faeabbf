import type { Case } from "@/lib/deficiencies/rules/case"
import type { Actor } from "@/lib/platform/actor"
import type { Verdict } from "@/lib/platform/refusal"
import { byRoleNotOwner } from "./parts"

/** The plant's finance lead proposes, never the owner. */
export function mayProposeGrade(actor: Actor, deficiency: Case): Verdict {
  return byRoleNotOwner(actor, deficiency, ["finance-lead"])
}

/** The company's control office grades, never the owner. */
export function mayGrade(actor: Actor, deficiency: Case): Verdict {
  return byRoleNotOwner(actor, deficiency, ["control-office"])
}

/** Leadership and the board finally determine a material weakness. */
export function mayDetermine(actor: Actor, deficiency: Case): Verdict {
  return byRoleNotOwner(actor, deficiency, ["leadership"])
}
