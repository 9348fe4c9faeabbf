import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { firstWorkbook } from "@/lib/handbook/workbook/first"
import { importFile } from "@/lib/handbook/workbook/import"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Day } from "@/lib/platform/days"
import { assignByPosition, assignOwners as assignPoints } from "@/lib/units/commands/owners"
import { addPerformer } from "@/lib/units/commands/performers"
import { groundOf } from "@/lib/units/queries/ground"
import type { Organisation } from "./organisation"
import { as, moment } from "./people-of"
import { must } from "./said"
import { type Key, units } from "./units"

const archivedWorkbook = "prisma/demo/first-edition.xlsx"

/** The first edition, in force from the year's first day; by now it is in the archive. */
export async function publishFirstEdition(): Promise<void> {
  await publish({ workbook: archivedWorkbook, drafted: "2026-01-06T09:00", published: "2026-01-07T15:00", effectiveFrom: "2026-01-01" })
}

/** The second edition, the catalogue, in force from the fourth quarter. */
export async function publishSecondEdition(): Promise<void> {
  await publish({ workbook: firstWorkbook, drafted: "2026-09-14T09:00", published: "2026-09-21T15:00", effectiveFrom: "2026-10-01" })
}

type Edition = { workbook: string; drafted: string; published: string; effectiveFrom: string }

/** A workbook, imported and submitted by one person of the control office and published by another. */
async function publish({ workbook, drafted, published, effectiveFrom }: Edition): Promise<void> {
  const office = await as("office", drafted)
  const staged = must(await importFile(office, workbook, { draft: "new" }), "handbook preview")
  const { editionId } = must(await confirmImport(office, { id: staged.id, number: undefined }), "handbook import")
  must(await submitEdition(office, { id: editionId }), "handbook submission")
  must(await publishEdition(await as("office2", published), { id: editionId, effectiveFrom }), "handbook publication")
}

/** Owners by position from a day on, in every unit that has points; where nobody holds the position, or two do, a gap stays. */
export async function assignOwners(organisation: Organisation, from: Day, besides: Key[] = []): Promise<void> {
  const actor = actingAt(seed, moment(`${from}T10:00`))
  const keys = units.map(({ key }) => key).filter((key) => !besides.includes(key))
  await Promise.all(keys.map(async (key) => must(await assignByPosition(actor, { unitId: organisation[key].id, position: undefined, from }), `owners of ${key} by position`)))
}

// What the second audit accountant of EAST checks: vouchers of costs, assets, projects and payables; the first keeps the ledger and the rest.
const second = new Set(["3.4", "3.5", "3.6", "3.8", "3.9"])

/** EAST's two audit accountants share the points of their position. */
export async function shareAuditing({ east }: Organisation, from: Day): Promise<void> {
  const actor = actingAt(seed, moment(`${from}T11:00`))
  const ground = await asReader(actor, ({ tx }) => groundOf(tx, east.id, from))
  const open = (ground?.points ?? []).filter(({ pointId, ownerPosition }) => ownerPosition === "finance.audit-accountant" && !ground?.owners.has(pointId))
  for (const [account, isSecond] of [["audit-accountant", false], ["audit-accountant2", true]] as const) {
    const pointIds = open.filter(({ node }) => second.has(node.code) === isSecond).map(({ pointId }) => pointId)
    must(await assignPoints(actor, { unitId: east.id, personId: east.people.get(account) ?? "", pointIds, from }), `points of ${account}`)
  }
}

// Who logs for a point that somebody else answers for.
const performing: [string, string][] = [["performer", "3.1.2.1"], ["owner", "3.1.10.1"], ["owner", "3.1.9.3"]]

/** EAST's performers, from the year's first day. */
export async function namePerformers({ east }: Organisation): Promise<void> {
  const actor = actingAt(seed, moment("2026-01-08T11:00"))
  const points = await asReader(actor, ({ tx }) => tx.pointVersion.findMany({ where: { code: { in: performing.map(([, code]) => code) } }, select: { code: true, pointId: true } }))
  for (const [account, code] of performing) {
    const pointId = points.find((point) => point.code === code)?.pointId ?? ""
    must(await addPerformer(actor, { unitId: east.id, pointId, personId: east.people.get(account) ?? "", from: "2026-01-01" }), `performer of ${code}`)
  }
}
