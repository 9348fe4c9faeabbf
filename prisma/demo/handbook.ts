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

/** The first workbook, imported and submitted by one person of the control office and published by another. */
export async function publishHandbook(): Promise<void> {
  const office = await as("office", "2026-01-06T09:00")
  const staged = must(await importFile(office, firstWorkbook, { draft: "new" }), "handbook preview")
  const { editionId } = must(await confirmImport(office, { id: staged.id, number: undefined }), "handbook import")
  must(await submitEdition(office, { id: editionId }), "handbook submission")
  must(await publishEdition(await as("office2", "2026-01-07T15:00"), { id: editionId, effectiveFrom: "2026-01-01" }), "handbook publication")
}

/** Owners by position from the year's first day; some points of NORTH are left without one, as they would be. */
export async function assignOwners(organisation: Organisation): Promise<void> {
  const actor = actingAt(seed, moment("2026-01-08T10:00"))
  for (const unitId of [organisation.hq.id, organisation.east.id, organisation.north.id]) {
    must(await assignByPosition(actor, { unitId, position: undefined, from: "2026-01-01" }), "owners by position")
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
