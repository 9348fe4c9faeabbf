import { superviseHandover } from "@/lib/handovers/commands/complete"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { handoverIn } from "@/lib/handovers/queries/handovers"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { nameDeputy } from "@/lib/units/commands/deputies"
import { closeAccount } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import type { Organisation } from "./organisation"
import { as, moment } from "./people-of"
import { must } from "./said"
import type { Key } from "./units"

type Staff = Pick<Organisation["east"], "people">
const idOf = ({ people }: Staff, account: string) => people.get(account) ?? ""

/** October at EAST: the stores planner retires; everything passes to the successor, with three signatures, and the account is closed. */
export async function retire({ east }: Organisation, password: string): Promise<void> {
  const head = await as("stores-head", "2026-10-05T09:30")
  const departing = { unitId: east.id, personId: idOf(east, "stores-planner"), kind: "leaves" as const, leavesOn: "2026-10-08" }
  const { id } = must(await openHandover(head, { ...departing, interimPersonId: idOf(east, "stores-planner2"), note: "季春生 10 月 8 日退休，由新到岗的郁青山接任物资计划员。" }), "departure")
  must(await divideHandover(head, { id, version: undefined, takerPersonId: idOf(east, "stores-planner2"), itemIds: [] }), "division")
  must(await handOver(await as("stores-planner", "2026-10-07T15:00"), { id, version: undefined, personId: undefined, reason: undefined, password }), "handing over")
  must(await takeOver(await as("stores-planner2", "2026-10-07T15:20"), { id, version: undefined, personId: undefined, reason: undefined, password }), "taking over")
  must(await superviseHandover(await as("stores-head", "2026-10-07T16:00"), { id, version: undefined, password }), "supervision")
  must(await closeAccount(await as("admin", "2026-10-09T09:00"), { personId: departing.personId, version: undefined }), "closed account")
}

/** November at EAST: the cost engineer moves to WEST in December; two take over, and only the one who goes has signed so far. */
export async function moveAway({ east }: Organisation, password: string): Promise<void> {
  const head = await as("engineering-head", "2026-11-16T10:00")
  const departing = { unitId: east.id, personId: idOf(east, "cost-engineer"), kind: "moves" as const, leavesOn: "2026-12-01" }
  const { id } = must(await openHandover(head, { ...departing, interimPersonId: idOf(east, "cost-engineer2"), note: "左怀民 12 月 1 日调往西泉电厂，造价工作由郗望接任，进度款审核由牛向东负责。" }), "departure")
  const items = (await asReader(head, ({ tx }) => handoverIn(tx, id)))?.items ?? []
  const payments = items.filter(({ code }) => code.startsWith("3.6.4.")).map((item) => item.id)
  if (payments.length > 0) must(await divideHandover(head, { id, version: undefined, takerPersonId: idOf(east, "project-officer"), itemIds: payments }), "division")
  must(await divideHandover(head, { id, version: undefined, takerPersonId: idOf(east, "cost-engineer2"), itemIds: [] }), "division")
  must(await handOver(await as("cost-engineer", "2026-11-18T16:40"), { id, version: undefined, personId: undefined, reason: undefined, password }), "handing over")
}

const absences: { unit: Key; lead: string; away: string; deputy: string; from: string; lastDay: string; reason: string }[] = [
  { unit: "east", lead: "finance", away: "archivist", deputy: "documents", from: "2026-10-12", lastDay: "2026-10-23", reason: "年休假。" },
  { unit: "east", lead: "finance", away: "tax", deputy: "cost", from: "2026-11-09", lastDay: "2027-01-08", reason: "住院治疗并休养，约两个月。" },
  { unit: "hydro", lead: "finance@hydro.demo.keypoint.example", away: "receivables", deputy: "owner", from: "2026-10-26", lastDay: "2026-12-25", reason: "产假第一阶段，往来业务由收入会计代办。" },
]

/** Who is away, and who acts for them: one absence is over, two last. */
export async function nameDeputies(organisation: Organisation): Promise<void> {
  for (const { unit, lead, away, deputy, from, lastDay, reason } of absences) {
    const staff = organisation[unit]
    const absence = { unitId: staff.id, personId: idOf(staff, away), deputyId: idOf(staff, deputy), from, lastDay, reason }
    must(await nameDeputy(await as(lead, `${from}T08:40`), absence), `deputy of ${away}`)
  }
}

/** Roles for a time: a lead and a tester whom the region lends, a reviewer's stand-in whose days are over, and one whose role nobody took back. */
export async function lendRoles({ east, south, solar }: Organisation): Promise<void> {
  const lent = [
    { unitId: solar.id, personId: idOf(south, "finance2"), role: "finance-lead" as const, from: "2026-07-01", to: "2027-07-01" },
    { unitId: solar.id, personId: idOf(south, "tester"), role: "tester" as const, from: "2026-10-01", to: "2027-02-01" },
    { unitId: east.id, personId: idOf(east, "cost"), role: "evidence-reviewer" as const, from: "2026-08-03", to: "2026-08-29" },
    { unitId: east.id, personId: idOf(east, "cashier"), role: "evidence-reviewer" as const, from: "2026-06-01", to: undefined },
  ]
  for (const grant of lent) must(await grantRole(actingAt(seed, moment(`${grant.from}T09:00`)), grant), `${grant.role} for a time`)
}
