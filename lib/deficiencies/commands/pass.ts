import { recordForChangeIn } from "@/lib/deficiencies/queries/record"
import { withHands } from "@/lib/deficiencies/rules/remedy"
import type { Work } from "@/lib/platform/door"
import { refuse } from "@/lib/platform/refusal"

const openToRemedy = ["planned", "in-remediation", "implemented", "observing", "retesting"]

/**
 * Remediations pass from somebody who leaves to who takes over, within a handover, which permits and records. Who had a hand
 * in them stays named, and never retests; nor does a retester take over what they retest (domain.md § 5).
 */
export async function passRemediationsWithin({ tx }: Work, from: string, takers: ReadonlyMap<string, string>): Promise<void> {
  for (const id of [...takers.keys()].toSorted()) {
    const [row, taker] = [await recordForChangeIn(tx, id), takers.get(id)]
    if (!row || !taker || row.remediatorPersonId !== from || !openToRemedy.includes(row.status)) continue
    if (row.retests.some((retest) => retest.testerPersonId === taker)) refuse("separation-of-duties", "deficiencies.refusals.retesterRemedies", { params: { number: row.number }, who: ["control-owner"] })
    await tx.deficiency.update({
      where: { id }, data: { remediatorPersonId: taker, remediedBy: row.status === "planned" ? row.remediedBy : withHands(row.remediedBy, from, taker), version: row.version + 1 }, select: { id: true },
    })
  }
}
