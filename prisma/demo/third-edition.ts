import { acceptRequest } from "@/lib/change-requests/commands/accept"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { askRequest, declineRequest, takeUpRequest } from "@/lib/change-requests/commands/judge"
import { confirmList } from "@/lib/distributions/commands/confirm"
import { distribute } from "@/lib/distributions/commands/give"
import { remind } from "@/lib/distributions/commands/remind"
import { listsIn } from "@/lib/distributions/queries/lists"
import { latestPublishedIn } from "@/lib/handbook/queries/editions"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { actingAt } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { actorOfPerson } from "@/lib/platform/identity"
import type { Day } from "@/lib/platform/days"
import type { Organisation } from "./organisation"
import { as, moment } from "./people-of"
import { must } from "./said"
import { together } from "./together"
import type { Key } from "./units"

// Who has not confirmed: two are late, and the fuel yard has not looked yet.
const silent = new Set(["yard", "sampler", "gate", "preparation", "trader"])

// Of the other plants' people every fourth one has not confirmed either; WIND has not given the list out a second time.
const plants: { key: Key; lead: string }[] = [
  { key: "north", lead: "finance@north.demo.keypoint.example" }, { key: "west", lead: "finance@west.demo.keypoint.example" },
  { key: "south", lead: "finance@south.demo.keypoint.example" }, { key: "hydro", lead: "finance@hydro.demo.keypoint.example" },
  { key: "solar", lead: "finance2@south.demo.keypoint.example" },
]

/** September and October: people confirm that they know the points of the second edition; EAST's and the company's in both months. */
export async function confirmSecondEdition(organisation: Organisation): Promise<void> {
  await Promise.all([confirmAtEast(organisation), ...plants.map((plant) => confirmAt(organisation, plant))])
}

async function confirmAtEast({ hq, east }: Organisation): Promise<void> {
  const people = [...[...east.people].filter(([account]) => !silent.has(account)), ...hq.people]
  await together(people, ([account, id], index) => confirm(account, id, `2026-09-${22 + (index % 9)}`, index))
  must(await distribute(await as("finance", "2026-10-09T09:00"), { unitId: east.id }), "distribution at EAST")
  must(await distribute(await as("office2", "2026-10-09T09:20"), { unitId: hq.id }), "distribution at the company")
  await together(people, ([account, id], index) => confirm(account, id, `2026-10-${10 + (index % 12)}`, index))
  must(await remind(await as("finance", "2026-10-21T09:00"), { unitId: east.id }), "reminders")
}

async function confirmAt(organisation: Organisation, { key, lead }: (typeof plants)[number]): Promise<void> {
  must(await distribute(await as(lead, "2026-10-10T09:00"), { unitId: organisation[key].id }), `distribution at ${key}`)
  for (const [index, [account, id]] of [...organisation[key].people].entries()) if (index % 4 !== 3) await confirm(account, id, `2026-10-${12 + (index % 14)}`, index)
}

async function confirm(account: string, personId: string, day: Day, index: number): Promise<void> {
  const person = await actorOfPerson(personId)
  if (!person || person.grants.length === 0 || account === "external-audit") return
  const actor = actingAt(person, moment(`${day}T${String(9 + (index % 8)).padStart(2, "0")}:25`))
  const given = await asReader(actor, async ({ tx }) => listsIn(tx, { personId, confirmedAt: null, editionId: (await latestPublishedIn(tx))?.id }))
  for (const list of given) must(await confirmList(actor, { id: list.id, known: "on" }), `confirmation of ${account}`)
}

/** November: the third edition is being drafted; EAST has asked for changes, one of which is in the draft. */
export async function draftThirdEdition({ east }: Organisation): Promise<void> {
  must(await beginDraft(await as("office", "2026-11-10T09:00"), { kind: "edition" }), "third edition")
  const file = async (account: string, when: string, request: Omit<Parameters<typeof submitRequest>[1], "unitId" | "proposedEn">) =>
    must(await submitRequest(await as(account, when), { ...request, proposedEn: null, unitId: east.id }), `change request ${request.code}`).id
  const accepted = await file("receivables", "2026-11-11T10:10", {
    code: "3.1.10.1", field: "frequency", proposed: "weekly", practice: "每周五从总账系统导出账龄，当周与营销部逐户核对。", reason: "供热欠款增长快，按月核对发现太晚。",
  })
  must(await takeUpRequest(await as("office", "2026-11-12T09:00"), { id: accepted }), "taking up")
  const reason = { text: "供热占比高的电厂均反映同样问题，采纳。" }
  must(await acceptRequest(await as("office", "2026-11-13T15:00"), { id: accepted, proposed: "weekly", proposedEn: null, ...reason }), "acceptance")
  const asked = await file("trader", "2026-11-12T14:00", {
    code: "3.1.4.1", field: "title", proposed: "现货日清算与周汇总核对", practice: "每日核对之外，周一另做一张汇总表。", reason: "标题应包含周汇总，便于新员工理解。",
  })
  must(await takeUpRequest(await as("office2", "2026-11-13T09:00"), { id: asked }), "taking up")
  must(await askRequest(await as("office2", "2026-11-13T09:30"), { id: asked, text: "周汇总表由谁复核，留存在哪里？" }), "question")
  const declined = await file("cashier", "2026-11-05T11:00", {
    code: "3.9.8.1", field: "frequency", proposed: "quarterly", practice: "目前按手册执行，工作量较大。", reason: "减少月末工作量，集中到季末办理。",
  })
  must(await takeUpRequest(await as("office2", "2026-11-06T09:00"), { id: declined }), "taking up")
  must(await declineRequest(await as("office2", "2026-11-06T10:00"), { id: declined, text: "降低频率后差错跨月才能发现，维持现行规定。" }), "decline")
  await file("metering", "2026-11-18T16:00", {
    code: "3.1.2.1", field: "exception", proposed: "未抄录、未计算不平衡率，或超限未复抄、未查因，均为偏差。", practice: "超限时当班复抄并电话通知计量专责。", reason: "写明超限未查因也是偏差，避免测评口径不一。",
  })
}
