import { confirmReview } from "@/lib/access-reviews/commands/confirm"
import { openReviews } from "@/lib/access-reviews/commands/open"
import { decideLines, submitReview } from "@/lib/access-reviews/commands/run"
import { linesIn, type ReviewLine } from "@/lib/access-reviews/queries/reviews"
import { asReader } from "@/lib/platform/door"
import type { Organisation } from "./organisation"
import { as, type When } from "./people-of"
import { must } from "./said"

const inUse = "部门负责人已逐人确认：本人在岗，权限与职责相符，仍需使用。"

/** EAST's access of the third quarter is reviewed by an administrator and confirmed by internal audit: one role is withdrawn. The company's own is under way. */
export async function reviewAccess({ hq, east }: Organisation): Promise<void> {
  const [admin, id] = [await as("admin", "2026-10-12T14:00"), await open(east.id, "2026-Q3", "2026-10-12T14:00")]
  const lines = await frozen(id)
  const surplus = lines.filter(({ personId, what }) => personId === east.people.get("cashier") && what === "evidence-reviewer")
  must(await decideLines(admin, { id, version: undefined, lineIds: surplus.map((line) => line.id), decision: "withdraw", until: undefined, reason: "6 月代班时授予，代班已结束；出纳不应复核凭证资料。" }), "withdrawal")
  must(await decideLines(admin, { id, version: undefined, lineIds: lines.filter((line) => !surplus.includes(line)).map((line) => line.id), decision: "keep", until: undefined, reason: inUse }), "kept access")
  must(await submitReview(await as("admin", "2026-10-14T10:00"), { id, version: undefined }), "submission")
  must(await confirmReview(await as("internal-audit", "2026-10-16T15:30"), { id, version: undefined }), "confirmation")

  const running = await open(hq.id, "2026-Q4", "2026-11-17T10:00")
  const holdings = (await frozen(running)).filter(({ kind, personId }) => kind === "holding" && personId !== admin.personId)
  must(await decideLines(await as("admin", "2026-11-17T10:40"), { id: running, version: undefined, lineIds: holdings.map((line) => line.id), decision: "keep", until: undefined, reason: inUse }), "kept positions")
}

async function open(unitId: string, quarter: string, when: When): Promise<string> {
  const { items } = must(await openReviews(await as("admin", when), { unitIds: [unitId], quarter }), "access review")
  return items[0]?.id ?? ""
}

async function frozen(id: string): Promise<ReviewLine[]> {
  return asReader(await as("admin", "2026-11-17T10:00"), ({ tx }) => linesIn(tx, id))
}
