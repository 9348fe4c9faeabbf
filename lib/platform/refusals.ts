import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import type { Refusal } from "@/lib/platform/refusal"

const noted = new Set(["not-allowed", "separation-of-duties"])

/**
 * Notes a refusal of policy after the rollback, in a transaction of its own. Other refusals are the reader's typing. One that
 * names no unit belongs to the unit of whoever tried: a note of no unit would be read in every plant.
 */
export async function noteRefusal(actor: Actor, command: string, refusal: Refusal, about: { unitId?: string; subjectId?: string }): Promise<void> {
  if (!noted.has(refusal.code)) return
  await database().$transaction(async (tx) => {
    const units = actor.units ? actor.units.map((unit) => unit.id) : null
    await tx.$queryRaw`select kp_enter(${actor.kind}, ${actor.personId}::uuid, ${units}::uuid[], ${actor.audience.join(",")}, ${actor.at ?? null}::timestamptz)`
    await tx.$executeRaw`
      insert into "RefusalNote" (id, "unitId", "personId", at, command, code, message, "subjectId")
      values (${newId()}::uuid, ${about.unitId ?? actor.homeUnitId}::uuid, ${actor.personId}::uuid, clock_timestamp(), ${command}, ${refusal.code}, ${refusal.message}, ${about.subjectId ?? null}::uuid)`
  })
}
