import { publishEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { firstWorkbook } from "@/lib/handbook/workbook/first"
import { importFile } from "@/lib/handbook/workbook/import"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { assignByPosition } from "@/lib/units/commands/owners"
import { addPerformer } from "@/lib/units/commands/performers"
import type { Organisation } from "./organisation"
import { as, moment } from "./people-of"
import { must } from "./said"

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

/** Owners by position from a day on; some points of NORTH are left without one, as they would be. */
export async function assignOwners(organisation: Organisation, from: string): Promise<void> {
  const actor = actingAt(seed, moment(`${from}T10:00`))
  for (const unitId of [organisation.hq.id, organisation.east.id, organisation.north.id]) {
    must(await assignByPosition(actor, { unitId, position: undefined, from }), "owners by position")
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
