import type { Actor } from "@/lib/platform/actor"
import { type Question, rowsOf, valueOf } from "@/lib/platform/at-once"
import type { Tx } from "@/lib/platform/database"
import { dateOf, dayOf, type Day } from "@/lib/platform/days"
import { asReader, todayIn } from "@/lib/platform/door"
import { Prisma } from "@/lib/platform/generated/client"
import { isId } from "@/lib/platform/ids"
import { isFixed, noteFixed } from "./kept"

export type EditionInForce = { id: string; number: string; titleZh: string; titleEn: string; effectiveFrom: Day }

/**
 * The edition in force on a day (today, unless told): the latest to have taken effect, also if the next one is published
 * already. Null when there is none.
 */
export async function editionInForceIn(tx: Tx, day?: Day): Promise<EditionInForce | null> {
  const [edition] = await tx.$queryRaw<(EditionInForce & { fixed: boolean })[]>(inForce(day ?? (await todayIn(tx))))
  return toldEdition(tx, edition ?? null)
}

function inForce(day: Day): Prisma.Sql {
  return Prisma.sql`
    select id, number, "titleZh", "titleEn", "effectiveFrom"::text, ${isFixed} as fixed from "Edition"
    where status in ('published', 'superseded') and "effectiveFrom" <= ${day}::date
    order by "Edition"."effectiveFrom" desc, "publishedAt" desc limit 1`
}

/** Its id alone, for a statement that reads more of it. */
export function idInForce(day: Day): Prisma.Sql {
  return Prisma.sql`select id from (${inForce(day)}) as edition`
}

/** The same beside other questions; `toldEdition` makes it of the answer, and its words need not be asked for again. */
export function editionInForce(day: Day): Question<(EditionInForce & { fixed: boolean }) | null> {
  return valueOf(Prisma.sql`select row_to_json(found) from (${inForce(day)}) as found`)
}

export function toldEdition(tx: Tx, told: (EditionInForce & { fixed: boolean }) | null): EditionInForce | null {
  if (!told) return null
  const { fixed, ...edition } = told
  if (fixed) noteFixed(tx, edition.id)
  return edition
}

function inForceOn(day: Day) {
  return {
    where: { status: { in: ["published", "superseded"] }, effectiveFrom: { lte: dateOf(day) } },
    orderBy: [{ effectiveFrom: "desc" }, { publishedAt: "desc" }],
  } satisfies Prisma.EditionFindFirstArgs
}

/** The edition published last, whether it has taken effect or not. */
export async function latestPublishedIn(tx: Tx): Promise<{ id: string; number: string } | null> {
  return tx.edition.findFirst({ where: { status: "published" }, select: { id: true, number: true } })
}

const known = {
  id: true, number: true, titleZh: true, titleEn: true, status: true, effectiveFrom: true, draftedBy: true, draftedAt: true, submittedBy: true,
  submittedAt: true, reviewedBy: true, publishedAt: true, hands: true, supersededAt: true, returnReason: true, version: true, departments: true, positions: true,
} as const

/** An edition by its id or number; the one in force unless told. Null where the reader sees none. */
export async function editionIn(tx: Tx, asked?: string) {
  if (asked === undefined) return tx.edition.findFirst({ ...inForceOn(await todayIn(tx)), select: known })
  return asked.includes("\0") ? null : tx.edition.findFirst({ where: isId(asked) ? { id: asked } : { number: asked }, select: known })
}

export type NamedEdition = { id: string; number: string; status: string; effectiveFrom: Date | null }

/** The same without what only its own page tells. */
export async function namedEditionIn(tx: Tx, asked?: string): Promise<NamedEdition | null> {
  const [edition] = await tx.$queryRaw<(NamedEdition & { fixed: boolean })[]>`select id, number, status, "effectiveFrom", ${isFixed} as fixed ${named(await todayIn(tx), asked)}`
  if (!edition) return null
  const { fixed, ...shown } = edition
  if (fixed) noteFixed(tx, edition.id)
  return shown
}

/** Its id alone, asked beside other questions. */
export function namedEdition(day: Day, asked?: string): Question<string | null> {
  return valueOf(Prisma.sql`select id ${named(day, asked)}`)
}

function named(day: Day, asked?: string): Prisma.Sql {
  const which = asked === undefined ? Prisma.sql`status in ('published', 'superseded') and "effectiveFrom" <= ${day}::date`
    : isId(asked) ? Prisma.sql`id = ${asked}::uuid` : asked.includes("\0") ? Prisma.sql`false` : Prisma.sql`number = ${asked}`
  return Prisma.sql`from "Edition" where ${which} order by "effectiveFrom" desc, "publishedAt" desc limit 1`
}

const { departments: _departments, positions: _positions, ...listed } = known

export type ListedEdition = Awaited<ReturnType<typeof editionsIn>>[number]

/** All editions that the reader sees, the latest first. */
export async function editionsIn(tx: Tx) {
  return tx.edition.findMany({ orderBy: [{ draftedAt: "desc" }, { number: "desc" }], select: listed })
}

export type ShownEdition = Pick<ListedEdition, "id" | "number" | "titleZh" | "titleEn" | "status"> & { effectiveFrom: Day | null; draftedAt: Date; publishedAt: Date | null }
type ToldEdition = Omit<ShownEdition, "draftedAt" | "publishedAt"> & { draftedAt: string; publishedAt: string | null }

/** The same as a list shows them, beside other questions; `toldEditions` makes the rows of it. */
export const editionsAsked: Question<ToldEdition[]> = rowsOf(Prisma.sql`
  select id, number, "titleZh", "titleEn", status, "effectiveFrom", "draftedAt", "publishedAt" from "Edition" order by "draftedAt" desc, number desc`)

export function toldEditions(told: readonly ToldEdition[]): ShownEdition[] {
  return told.map(({ draftedAt, publishedAt, ...edition }) => ({ ...edition, draftedAt: new Date(draftedAt), publishedAt: publishedAt === null ? null : new Date(publishedAt) }))
}

/** The same for a reader, with what the outside may know. */
export async function listEditions(actor: Actor) {
  const rows = await asReader(actor, ({ tx }) => editionsIn(tx))
  return rows.map(({ id, number, titleZh, titleEn, status, effectiveFrom, version }) => ({
    id, number, titleZh, titleEn, status, version, effectiveFrom: effectiveFrom && dayOf(effectiveFrom),
  }))
}
