import chinese from "@/messages/zh-CN/organisation.json"
import traditional from "@/messages/zh-TW/organisation.json"
import english from "@/messages/en/organisation.json"
import { record } from "@/lib/audit/record"
import type { Actor } from "@/lib/platform/actor"
import { addDays, dateOf, type Day, dayOf } from "@/lib/platform/days"
import { asActor, type Work } from "@/lib/platform/door"
import { found, permit, refuse, type Result } from "@/lib/platform/refusal"
import { mayKeepCalendar } from "@/lib/units/policy"
import { unitOf } from "@/lib/units/queries/units"
import type { HolidaysContent, ImportChange, ImportProblem, KeepHolidays, RemoveHoliday } from "@/lib/units/schema"

const longest = 40
type Kept = { country: string; date: Day; workday: boolean; name: string }
export type HolidaysPlan = { problems: ImportProblem[]; changes: ImportChange[]; unchanged: Map<ImportChange["kind"], number>; rows: Kept[] }

/** Holidays against those that are kept: a day that is there already is changed. */
export async function planHolidays({ tx }: Work, company: { code: string; country: string }, { holidays, sheets }: HolidaysContent): Promise<HolidaysPlan> {
  const plan: HolidaysPlan = { problems: [], changes: [], unchanged: new Map(), rows: [] }
  const say = (row: number, column: string, message: string, params: ImportProblem["params"] = {}) =>
    plan.problems.push({ message, sheet: sheets.holidays?.name, cell: sheets.holidays && `${sheets.holidays.letters[column] ?? "A"}${row}`, params })
  const wanted = new Map<string, Kept & { row: number }>()
  for (const { row, date, last, type, name, country: said } of holidays) {
    const country = (said ?? company.country).toUpperCase()
    if (!/^[A-Z]{2}$/.test(country)) say(row, "country", "organisation.problems.country", { value: country })
    else if (last !== null && last < date) say(row, "last", "organisation.problems.date-order")
    else if (last !== null && last > addDays(date, longest)) say(row, "last", "organisation.problems.span", { most: longest })
    else for (let day = date; day <= (last ?? date); day = addDays(day, 1)) {
      const before = wanted.get(`${country} ${day}`)
      if (before && before.workday !== (type === "workday")) say(row, "date", "organisation.problems.repeated", { first: before.row })
      wanted.set(`${country} ${day}`, { row, country, date: day, workday: type === "workday", name: name ?? "" })
    }
  }
  const rows = await tx.holiday.findMany({ where: { country: { in: [...new Set([...wanted.values()].map(({ country }) => country))] } } })
  const present = new Map(rows.map((row) => [`${row.country} ${dayOf(row.date)}`, row]))
  for (const { row: _, ...kept } of [...wanted.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    const before = present.get(`${kept.country} ${kept.date}`)
    const type = (workday: boolean) => (workday ? "workday" : "holiday")
    const fields = [
      ...(before?.workday === kept.workday ? [] : [{ field: "type", before: before ? type(before.workday) : null, after: type(kept.workday) }]),
      ...((before?.name ?? "") === kept.name ? [] : [{ field: "name", before: before ? before.name : null, after: kept.name }]),
    ]
    if (before && fields.length === 0) plan.unchanged.set("holiday", (plan.unchanged.get("holiday") ?? 0) + 1)
    else {
      plan.rows.push(kept)
      plan.changes.push({ what: before ? "changed" : "added", kind: "holiday", unit: company.code, code: `${kept.country} ${kept.date}`, zh: kept.name, en: kept.name, fields })
    }
  }
  return plan
}

export async function writeHolidaysWithin(work: Work, companyId: string, { rows, changes }: HolidaysPlan, source: { name: string; importId: string | null }): Promise<void> {
  const data = rows.map(({ country, date, workday, name }) => ({ country, date: dateOf(date), workday, name }))
  await work.tx.holiday.deleteMany({ where: { OR: data.map(({ country, date }) => ({ country, date })) } })
  await work.tx.holiday.createMany({ data })
  await record(work, {
    type: "units.holidays-kept", unitId: companyId, subjects: [{ kind: "unit", id: companyId }, ...(source.importId ? [{ kind: "import" as const, id: source.importId }] : [])],
    params: { name: source.name, count: rows.length, country: [...new Set(rows.map(({ country }) => country))].join(", ") },
    after: Object.fromEntries(changes.map(({ code, fields }) => [code, Object.fromEntries(fields.map(({ field, before, after }) => [field, before === null ? after : [before, after]]))])),
  })
}

/** Pasted lines, each with a day or a first and last one, holiday or work, and a name. All of them or none. */
export async function keepHolidays(actor: Actor, input: KeepHolidays): Promise<Result<{ added: number; changed: number; unchanged: number }>> {
  return asActor(actor, "units.keep-holidays", async (work) => {
    const company = found(await unitOf(work.tx, input.unitId))
    permit(mayKeepCalendar(actor, company), { unitId: company.id })
    const plan = await planHolidays(work, company, linesRead(input))
    const [problem] = plan.problems
    if (problem) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "lines", message: problem.message.replace(".problems.", ".errors."), params: problem.params }] })
    if (plan.rows.length > 0) await writeHolidaysWithin(work, company.id, plan, { name: input.country, importId: null })
    const count = (what: ImportChange["what"]) => plan.changes.filter((one) => one.what === what).length
    return { added: count("added"), changed: count("changed"), unchanged: plan.unchanged.get("holiday") ?? 0 }
  })
}

const all = [chinese, traditional, english].map(({ holidayWords }) => holidayWords)
const words = { holiday: all.flatMap(({ holiday }) => holiday.split(" ")), workday: all.flatMap(({ workday }) => workday.split(" ")) }

function linesRead({ lines, country }: KeepHolidays): HolidaysContent {
  const holidays = lines.normalize("NFKC").split("\n").flatMap((text, index) => {
    const line = text.trim()
    if (line === "") return []
    const [, first = "", last, word = "", name = ""] = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:~|-|–|至|到)\s*(\d{4}-\d{2}-\d{2}))?[\s,;]+(\S+)\s*(.*)$/.exec(line) ?? []
    const type = words.workday.includes(word.toLowerCase()) ? ("workday" as const) : words.holiday.includes(word.toLowerCase()) ? ("holiday" as const) : null
    const real = [first, last ?? first].every((day) => !Number.isNaN(Date.parse(day)) && dayOf(dateOf(day)) === day)
    if (type === null || !real) return refuse("invalid", "common.refusals.invalid", { errors: [{ path: "lines", message: "organisation.errors.line", params: { line: index + 1, value: line.slice(0, 60) } }] })
    return [{ row: index + 1, country, date: first, last: last ?? null, type, name: name.trim().slice(0, 120) || null }]
  })
  if (holidays.length === 0) refuse("invalid", "common.refusals.invalid", { errors: [{ path: "lines", message: "organisation.errors.no-line" }] })
  return { sheets: {}, holidays }
}

export async function removeHoliday(actor: Actor, input: RemoveHoliday): Promise<Result<{ id: string }>> {
  return asActor(actor, "units.remove-holiday", async (work) => {
    const company = found(await unitOf(work.tx, input.unitId))
    permit(mayKeepCalendar(actor, company), { unitId: company.id })
    const { country, date } = input
    const row = found(await work.tx.holiday.findUnique({ where: { country_date: { country, date: dateOf(date) } } }))
    await work.tx.holiday.delete({ where: { country_date: { country, date: dateOf(date) } } })
    await record(work, { type: "units.holiday-removed", unitId: company.id, subjects: [{ kind: "unit", id: company.id }], params: { country, date }, before: { workday: row.workday, name: row.name } })
    return { id: company.id }
  })
}
