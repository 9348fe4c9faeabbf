/**
 * The states and events that the outside knows, written out a second time by hand: a change of a table that changes the
 * contract is seen here. Computed states (not-due, an obligation's) are no states of a table.
 */
export const contract: Readonly<Record<string, { states: readonly string[]; events: readonly string[] }>> = {
  edition: list(
    "draft in-review published superseded",
    "submit-for-review return publish discard",
  ),
  "change-request": list(
    "submitted under-review asked accepted declined withdrawn",
    "submit take-up ask answer accept decline withdraw",
  ),
  scope: list(
    "drafted approved superseded",
    "draft change approve discard revise supersede",
  ),
  handover: list(
    "opened handed-over taken-over completed cancelled",
    "open hand-over take-over decline supervise cancel",
  ),
  "access-review": list(
    "open submitted confirmed cancelled",
    "open decide submit return confirm cancel",
  ),
  borrowing: list(
    "asked lent declined withdrawn ended",
    "ask lend decline withdraw end",
  ),
  "personnel-change": list(
    "open agreed carried-out dismissed",
    "notice carry-out take-effect dismiss",
  ),
  "evidence-use": list(
    "submitted accepted returned sealed",
    "submit accept return resubmit seal",
  ),
  assessment: list(
    "planned open in-review closed",
    "plan open start-review close",
  ),
  test: list(
    "unassigned assigned in-progress concluded reviewed signed-off sealed",
    `assign start record-design record-conformity freeze-population draw-samples judge-sample decide-exception extend-sample conclude
    return-with-notes review disagree resolve-disagreement sign-off reopen seal`,
  ),
  deficiency: list(
    "registered contested confirmed graded planned in-remediation implemented observing retesting closed accepted withdrawn",
    `register confirm contest decide-contest propose-grade grade regrade determine agree-plan start-remediation request-extension
    decide-extension report-implemented verify-implementation reject-implementation start-retest pass-retest fail-retest close
    accept-risk expire-acceptance propose-withdrawal withdraw reopen`,
  ),
  statement: list(
    "drafted ready signed countersigned refused withdrawn",
    "prepare sign refuse countersign withdraw",
  ),
}

function list(states: string, events: string) {
  return { states: states.split(/\s+/), events: events.split(/\s+/) }
}
