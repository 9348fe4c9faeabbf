import { openReviews } from "@/lib/access-reviews/commands/open"
import { decideLines, submitReview } from "@/lib/access-reviews/commands/run"
import { reviewPage } from "@/lib/access-reviews/queries/reviews"
import { lendTester } from "@/lib/borrowings/commands/borrow"
import { linesOfIn } from "@/lib/assessments/queries/lines"
import { asReader } from "@/lib/platform/door"
import { actingAt } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { quarterBefore, quarterOf } from "@/lib/platform/periods"
import { at, gave } from "../../builders/evidence"
import { secondAdministrator } from "./access"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const quarter = () => quarterBefore(quarterOf(today(new Date())))

/** A review that an administrator in no column runs, decided as far as asked. */
async function run(stage: Stage, how: "opened" | "decided" | "submitted") {
  const runner = await secondAdministrator(stage)
  const id = gave(await openReviews(runner, { unitIds: [stage.east], quarter: quarter() })).items[0]?.id ?? ""
  const lines = (await reviewPage(runner, id))?.lines ?? []
  if (how !== "opened") gave(await decideLines(runner, { id, lineIds: lines.map((line) => line.id), decision: "keep", reason: words }))
  if (how === "submitted") gave(await submitReview(runner, { id }))
  return { id, lineIds: lines.slice(0, 1).map((line) => line.id) }
}

export const accessReviews: Record<string, SetScene> = {
  "access-reviews.open": ({ east }) => ({ input: { unitIds: [east], quarter: quarter() } }),
  "access-reviews.decide": async (stage) => ({ input: { ...(await run(stage, "opened")), decision: "keep", reason: words } }),
  "access-reviews.submit": async (stage) => ({ input: { id: (await run(stage, "decided")).id } }),
  "access-reviews.sendBack": async (stage) => ({ input: { id: (await run(stage, "submitted")).id, reason: words } }),
  "access-reviews.confirm": async (stage) => ({ input: { id: (await run(stage, "submitted")).id } }),
  "access-reviews.cancel": async (stage) => ({ input: { id: (await run(stage, "opened")).id, reason: words } }),
}

const day = "2026-04-03"
const asked = ({ ids }: Stage) => ids.borrowings ?? ""

export const borrowings: Record<string, SetScene> = {
  "borrowings.ask": async ({ ids, people }) => {
    const papers = await asReader(people.finance, ({ tx }) => linesOfIn(tx, ids.assessments ?? ""))
    return { input: { testIds: papers.filter(({ code }) => code === "9.1.1.5").map(({ id }) => id), lastDay: "2026-05-31", reason: words }, day }
  },
  "borrowings.lend": (stage) => ({ input: { id: asked(stage), personId: stage.people.northTester.personId }, day }),
  "borrowings.decline": (stage) => ({ input: { id: asked(stage), reason: words }, day }),
  "borrowings.withdraw": (stage) => ({ input: { id: asked(stage), reason: words }, day }),
  "borrowings.end": async (stage) => {
    gave(await lendTester(actingAt(stage.people.office, at(day)), { id: asked(stage), personId: stage.people.northTester.personId ?? "" }))
    return { input: { id: asked(stage), reason: words }, day }
  },
}
