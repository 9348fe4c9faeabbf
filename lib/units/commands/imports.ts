import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { asActor, type Work } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { newId } from "@/lib/platform/ids"
import { found, permit, refuse, type Result, type Verdict } from "@/lib/platform/refusal"
import { planHolidays, writeHolidaysWithin } from "@/lib/units/commands/holidays"
import { planOrganisation, previewOf } from "@/lib/units/commands/plan-organisation"
import { planOwners } from "@/lib/units/commands/plan-owners"
import { writeOrganisationWithin } from "@/lib/units/commands/write-organisation"
import { writeOwnersWithin } from "@/lib/units/commands/write-owners"
import { mayAssign, mayKeepCalendar, mayKeepUnit } from "@/lib/units/policy"
import { unitImportOf } from "@/lib/units/queries/imports"
import { unitOf } from "@/lib/units/queries/units"
import { holidaysContent, organisationContent, ownershipContent, type ConfirmUnitImport, type ImportKind, type ImportPreview, type ImportProblem, type OrganisationContent } from "@/lib/units/schema"

type Unit = NonNullable<Awaited<ReturnType<typeof unitOf>>>
type Plan = { preview: ImportPreview; problems: ImportProblem[]; write: (source: { name: string; importId: string | null }) => Promise<void> }
type Kind = { may: (actor: Actor, unit: { id: string; kind: string }) => Verdict; plan: (work: Work, unit: Unit, content: unknown) => Promise<Plan> }

const kinds: Record<ImportKind, Kind> = {
  organisation: {
    may: (actor, unit) => mayKeepUnit(actor, { unitId: unit.id }),
    plan: async (work, unit, content) => {
      const planning = await planOrganisation(work, unit, organisationContent.parse(content))
      return { preview: previewOf(planning), problems: planning.problems, write: (source) => writeOrganisationWithin(work, planning, source) }
    },
  },
  ownership: {
    may: (actor, unit) => mayAssign(actor, { unitId: unit.id, heads: [] }),
    plan: async (work, unit, content) => {
      const planned = await planOwners(work, unit, ownershipContent.parse(content))
      return { preview: previewOf(planned, planned.gaps), problems: planned.problems, write: (source) => writeOwnersWithin(work, planned.units, planned.day, source) }
    },
  },
  holidays: {
    may: mayKeepCalendar,
    plan: async (work, unit, content) => {
      const planned = await planHolidays(work, unit, holidaysContent.parse(content))
      return { preview: previewOf(planned), problems: planned.problems, write: (source) => writeHolidaysWithin(work, unit.id, planned, source) }
    },
  },
}

/** Who may import what into a unit. */
export function mayImport(actor: Actor, kind: ImportKind, unit: { id: string; kind: string }): Verdict {
  return kinds[kind].may(actor, unit)
}

/** A workbook as it was read: its file, not yet kept, and either what it says or what is wrong with it. */
export type ReadUpload = { unitId: string; kind: ImportKind; sha256: string; name: string; size: number; keep: () => Promise<unknown>; content: unknown; problems: ImportProblem[] }
export type StagedUpload = { id: string; problems: number; added: number; changed: number; ended: number }

const mostProblems = 500
const empty: ImportPreview = { digest: "", counts: [], changes: [], gaps: null }

/** Keeps an uploaded workbook with what it would do; nothing else changes until it is confirmed. */
export async function stageUnitImport(actor: Actor, input: ReadUpload): Promise<Result<StagedUpload>> {
  return asActor(actor, "units.stage-import", async (work) => {
    const [unit, kind] = [found(await unitOf(work.tx, input.unitId)), kinds[input.kind]]
    permit(kind.may(actor, unit), { unitId: unit.id })
    const plan = input.content === null ? null : await kind.plan(work, unit, input.content)
    const problems = [...input.problems, ...(plan?.problems ?? [])]
    const rest = problems.length - mostProblems
    const listed = rest > 0 ? [...problems.slice(0, mostProblems), { message: "organisation.problems.unlisted", params: { count: rest } }] : problems
    const [id, preview] = [newId(), plan?.preview ?? empty]
    const good = problems.length === 0 && plan !== null
    await work.tx.unitImport.create({
      data: {
        id, unitId: unit.id, kind: input.kind, sha256: input.sha256, name: input.name, size: input.size, uploadedBy: actor.personId, uploadedAt: work.now,
        problems: listed, summary: preview, content: good ? JSON.parse(JSON.stringify(input.content)) : Prisma.DbNull,
      },
    })
    await input.keep()
    const counts = totals(preview)
    await record(work, {
      type: "units.import-uploaded", unitId: unit.id, subjects: [{ kind: "import", id }], params: { name: input.name, ...counts, problems: problems.length },
      after: { kind: input.kind, sha256: input.sha256, size: input.size },
    })
    return { id, problems: problems.length, ...counts }
  })
}

/**
 * Writes all of a previewed workbook, or nothing. What it would do is worked out anew, as the one who confirms: if that is no
 * longer what the preview showed, it is stale.
 */
export async function confirmUnitImport(actor: Actor, input: ConfirmUnitImport): Promise<Result<{ id: string; added: number; changed: number; ended: number }>> {
  return asActor(actor, "units.confirm-import", async (work) => {
    await work.tx.$queryRaw`select id from "UnitImport" where id = ${input.id}::uuid for update`
    const staged = found(await unitImportOf(work.tx, input.id))
    const [unit, kind] = [found(await unitOf(work.tx, staged.unitId)), kinds[staged.kind]]
    permit(kind.may(actor, unit), { unitId: unit.id, id: staged.id })
    if (staged.confirmedAt) refuse("wrong-state", "organisation.refusals.confirmed")
    if (staged.problems.length > 0 || staged.content === null) refuse("invalid", "organisation.refusals.problems", { params: { count: staged.problems.length } })
    const counts = totals(staged.summary)
    if (counts.added + counts.changed + counts.ended === 0) refuse("conflict", "organisation.refusals.noDifference")
    const plan = await kind.plan(work, unit, staged.content)
    if (plan.problems.length > 0 || plan.preview.digest !== staged.summary.digest) refuse("stale-version", "organisation.refusals.moved")
    await plan.write({ name: staged.name, importId: staged.id })
    await work.tx.unitImport.update({ where: { id: staged.id }, data: { confirmedAt: work.now, confirmedBy: actor.personId, content: Prisma.DbNull }, select: { id: true } })
    return { id: staged.id, ...counts }
  })
}

/**
 * The same at once, for a source that nobody previews: a directory of another system. All of it or nothing; the first problem is
 * the refusal. Records one event in each unit that is touched.
 */
export async function importOrganisation(actor: Actor, { unitId, name, content }: { unitId: string; name: string; content: OrganisationContent }): Promise<Result<{ added: number; changed: number; ended: number }>> {
  return asActor(actor, "units.import-organisation", async (work) => {
    const unit = found(await unitOf(work.tx, unitId))
    permit(mayKeepUnit(actor, { unitId }), { unitId })
    const planning = await planOrganisation(work, unit, content)
    const [problem] = planning.problems
    if (problem) refuse("invalid", problem.message, { params: problem.params })
    await writeOrganisationWithin(work, planning, { name, importId: null })
    return totals(previewOf(planning))
  })
}

function totals({ counts }: ImportPreview) {
  const sum = (what: "added" | "changed" | "ended") => counts.reduce((total, row) => total + row[what], 0)
  return { added: sum("added"), changed: sum("changed"), ended: sum("ended") }
}
