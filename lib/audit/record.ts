import type { AuditEntry } from "@/lib/audit/events"
import { ordered } from "@/lib/platform/canonical"
import type { Work } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"

/**
 * Adds one event to the unit's chain: the last insert of a command, in its transaction (domain.md, "Always"). The
 * database numbers, times and hashes it. A command that touches several units records them in the order of their ids.
 */
export async function record({ tx, now, actor }: Work, entry: AuditEntry): Promise<void> {
  const id = newId()
  // Unnested: thousands of subjects are one value each for kinds and ids.
  await tx.$executeRaw`
    with event as (insert into "AuditEvent" (id, "unitId", canonical) values (${id}::uuid, ${entry.unitId}::uuid, ${canonical(actor, now, entry)}))
    insert into "AuditSubject" ("eventId", "unitId", kind, "subjectId")
    select ${id}::uuid, ${entry.unitId}::uuid, s.kind, s.id from unnest(${entry.subjects.map(({ kind }) => kind)}::text[], ${entry.subjects.map((subject) => subject.id)}::uuid[]) as s (kind, id)
    on conflict do nothing`
}

/**
 * The same for what a person does to their own account: into the chain of their home unit, which a person without a role
 * there could not write to.
 */
export async function recordOwn({ tx, now, actor }: Work, entry: Omit<AuditEntry, "unitId">): Promise<void> {
  if (!actor.homeUnitId) throw new Error("only a person has an account")
  const text = canonical(actor, now, { ...entry, unitId: actor.homeUnitId })
  await tx.$executeRaw`select kp_record_own(${newId()}::uuid, ${text}, ${JSON.stringify(entry.subjects)}::jsonb)`
}

function canonical(actor: Work["actor"], now: Date, entry: AuditEntry): string {
  return ordered({
    ...entry,
    at: now.toISOString(),
    actor: { kind: actor.kind, personId: actor.personId, nameZh: actor.name.zh, nameEn: actor.name.en },
  })
}
