import type { Role, Text } from "@/lib/platform/actor"
import { type Day, dayOf } from "@/lib/platform/days"
import { type Frequency, periodsIn } from "@/lib/platform/periods"
import { change, type Outcome, type Params, refused } from "@/lib/platform/refusal"

/** Who tests, grades or signs never administers, and an auditor from outside has no work inside (domain.md, "Who uses it"). */
const apartFromAdministrator: readonly Role[] = [
  "tester", "finance-lead", "plant-manager", "control-office", "chief-accountant", "leadership", "internal-audit",
]

/** The roles held now that do not go with a new one. */
export function rolesApart(held: readonly Role[], wanted: Role): Role[] {
  return held.filter(
    (role) =>
      (role === "external-auditor") !== (wanted === "external-auditor") ||
      (wanted === "administrator" && apartFromAdministrator.includes(role)) ||
      (role === "administrator" && apartFromAdministrator.includes(wanted)),
  )
}

/** Held at the company alone: a plant's own office would grade its own plant. */
const ofTheCompany: readonly Role[] = ["control-office", "chief-accountant", "leadership"]

export function heldHere(role: Role, unitKind: string): boolean {
  return unitKind === "company" || !ofTheCompany.includes(role)
}

/** Days that an absence with a deputy may last after its first: two months at most; a longer one is a handover. */
export const longestAbsence = 61

type Spell = { from: Day; to: Day | null }

/** Whether something that runs from one day until (not on) another runs on a day. */
export function runsOn({ from, to }: Spell, day: Day): boolean {
  return from <= day && (to === null || day < to)
}

/** Whether some spells together run on every day from one until another, both included. */
export function runThrough(spells: readonly Spell[], from: Day, lastDay: Day): boolean {
  let reached = from
  for (const spell of spells.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!runsOn(spell, reached)) continue
    if (spell.to === null) return true
    reached = spell.to
  }
  return reached > lastDay
}

/** Whether a unit has ceased by a day: from its closing day on nothing is planned, owed or assigned there. */
export function hasCeased({ to }: { to: Date | null }, day: Day): boolean {
  return to !== null && dayOf(to) <= day
}

type Closable = { kind: string; from: Day | null; to: Day | null }
type Around = { /** When the unit above closes. */ above: Day | null; /** The units below, by their codes. */ below: readonly { code: string; to: Day | null }[] }

/**
 * The closing day of a unit, given, moved or taken back (null): never a day that is past, for what was owed by then stays owed; what is below
 * closes by that day, and what is above not before it. The company itself goes on.
 */
export function closing(unit: Closable, to: Day | null, today: Day, { above, below }: Around): Outcome<Day | null> {
  const wrong = (message: string, params?: Params) => refused("invalid", "common.refusals.invalid", { errors: [{ path: "to", message: `units.errors.${message}`, params }] })
  if (unit.kind === "company") return refused("wrong-state", "units.refusals.companyCloses")
  if (to === unit.to) return wrong("sameClosing")
  if (to !== null && to < today) return wrong("past")
  if (to !== null && unit.from !== null && to <= unit.from) return wrong("beforeBegin")
  if (above !== null && (to === null || to > above)) return wrong("aboveCloses", { day: above })
  const open = to === null ? [] : below.filter((one) => one.to === null || one.to > to)
  return open.length > 0 ? wrong("belowOpen", { codes: open.map(({ code }) => code).join(", ") }) : change(to)
}

/** The first day of something new: today unless told; never a day that is past, for history is not made afterwards. */
export function beginning(wanted: Day | undefined, today: Day): Outcome<Day> {
  if (wanted !== undefined && wanted < today) {
    return refused("invalid", "common.refusals.invalid", { errors: [{ path: "from", message: "units.errors.past" }] })
  }
  return change(wanted ?? today)
}

/** The last day (not counted) of something that runs: today unless told, and not before it began. */
export function ending(spell: Spell, wanted: Day | undefined, today: Day): Outcome<Day> {
  if (spell.to !== null) return refused("wrong-state", "units.refusals.ended")
  const to = wanted ?? (today > spell.from ? today : spell.from)
  if (to < spell.from) return refused("invalid", "common.refusals.invalid", { errors: [{ path: "to", message: "units.errors.beforeBegin" }] })
  return change(to)
}

type Ownership = Spell & { id: string; personId: string }

/**
 * One owner follows another: the present one ends on the day the new one begins, so that on every day there is at most
 * one (domain.md § 2). `seen` is the ownership that the asker saw, "none" for a gap. Who is named already for a later day stands in
 * the way, unless the next one is only to answer until then.
 */
export function succession<Row extends Ownership>(rows: readonly Row[], next: { personId: string; from: Day; seen: string | undefined; untilLater?: boolean }): Outcome<{ ends: Row | null; to: Day | null }> {
  const present = rows.find((row) => runsOn(row, next.from)) ?? null
  if (next.seen !== undefined && next.seen !== (present?.id ?? "none")) return refused("stale-version", "common.refusals.stale-version")
  const [to = null] = rows.flatMap((row) => (row.from > next.from && row.to !== row.from ? [row.from] : [])).toSorted()
  if (to !== null && !next.untilLater) return refused("conflict", "units.refusals.laterOwner")
  if (present?.personId === next.personId) return refused("conflict", "units.refusals.sameOwner")
  return change({ ends: present, to })
}

/** Voiding is for a row that was a mistake and still stands. */
export function voiding(row: { voidedAt: Date | null }): Outcome<null> {
  return row.voidedAt ? refused("wrong-state", "units.refusals.voided") : change(null)
}

export type Standing = "standing" | "past" | "coming" | "voided"

/** Where a row of ownership stands on a day. */
export function standingOf(row: Spell & { voidedAt: Date | null }, day: Day): Standing {
  if (row.voidedAt) return "voided"
  if (runsOn(row, day)) return "standing"
  return row.from > day ? "coming" : "past"
}

/** Obligations a month from which one owner has too much, where the unit sets no limit of its own: more than one a working day. */
export const defaultMonthlyLimit = 25

/** How many obligations a point of this frequency owes in a month, on average over the year. */
export function monthlyOf(frequency: Frequency): number {
  const year = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].flatMap((quarter) => periodsIn(quarter, frequency))
  return year.length / 12
}

/** The codes of the positions meant by what was typed: a code, a whole name in either language, or else a part of one. */
export function positionsCalled(typed: string, names: ReadonlyMap<string, Text | undefined>): Set<string> {
  const wanted = typed.toLowerCase()
  const said = [...names].map(([code, name]) => ({ code, words: [code, name?.zh ?? "", name?.en ?? ""].map((word) => word.toLowerCase()) }))
  const whole = said.filter(({ words }) => words.includes(wanted))
  return new Set((whole.length > 0 ? whole : said.filter(({ words }) => words.some((word) => word.includes(wanted)))).map(({ code }) => code))
}
