import type { Cause, Grade } from "@/lib/deficiencies/schema/values"
import type { Day } from "@/lib/platform/days"
import type { Pace } from "./retest"
import type { Status } from "./standing"

/** A deficiency as rules and policies see it: where it stands, and who had a part in it. */
export type Case = {
  id: string
  unitId: string
  number: string
  status: Status
  grade: Grade | null
  cause: Cause | null
  pace: Pace
  quarter: string
  /** Owner when it was registered. */
  ownerPersonId: string | null
  /** Who owns or performs the point today. */
  answering: readonly string[]
  /** Head of the point's department; null where the unit names none. */
  headPersonId: string | null
  /** Who acts for the head today. */
  headDeputies?: readonly string[]
  firstTesterPersonId: string | null
  remediatorPersonId: string | null
  /** Everybody who started or reported a remediation, or was the remediator when it started; replaced ones too. */
  remediedBy: readonly string[]
  confirmBy: Day
  contestedBy: string | null
  planDueOn: Day | null
  extension: { id: string; requestedBy: string | null; dueOn: Day } | null
  implementation: { id: string; reportedBy: string | null; implementedOn: Day } | null
  /** Day of implementation, once verified. */
  implementedOn: Day | null
  retest: { id: string; testerPersonId: string; startedOn: Day; outcome: "passed" | "failed" | null } | null
  withdrawalProposedBy: string | null
  withdrawalProposed: boolean
  acceptedUntil: Day | null
}
