import { choice, code, day, text, type Parse } from "@/lib/platform/workbook/cells"
import { grantable, languages, unitKinds } from "@/lib/units/schema"
import { headings, options } from "./vocabulary"

type Key = Parameters<typeof headings>[0]

const must = { required: true } as const
const may = { required: false, mayBeAbsent: true } as const
const mustText = (key: Key, limit = 120) => ({ headings: headings(key), parse: text(limit), ...must })
const mayText = (key: Key, limit = 120) => ({ headings: headings(key), parse: text(limit), ...may })
const mayDay = (key: Key) => ({ headings: headings(key), parse: day(), ...may })
const codeOf = (key: Key) => ({ headings: headings(key), parse: code(), ...must })
const names = { nameZh: mustText("nameZh"), nameEn: mayText("nameEn") }
const spell = { from: mayDay("from"), to: mayDay("to") }

export const unitColumns = {
  code: codeOf("code"), kind: { headings: headings("kind"), parse: choice(options("unitKinds", unitKinds)), ...must }, ...names,
  parent: mayText("parent"), country: mayText("country", 2), ...spell,
}
export const departmentColumns = { unit: mayText("unit"), code: codeOf("code"), ...names, head: mayText("head", 254) }
export const positionColumns = { unit: mayText("unit"), code: codeOf("code"), department: mustText("department"), ...names }
export const peopleColumns = {
  unit: mayText("unit"), email: mustText("email", 254), number: mayText("number", 40), ...names,
  language: { headings: headings("language"), parse: choice(options("languages", languages)), ...may }, department: mayText("department"), position: mayText("position"), ...spell,
}
export const holdingColumns = { unit: mayText("unit"), person: mustText("person", 254), position: mustText("position"), ...spell }
export const roleColumns = { unit: mayText("unit"), person: mustText("person", 254), role: { headings: headings("role"), parse: choice(options("roles", grantable)), ...must }, ...spell }

const several: Parse<string[]> = (value) => {
  const read = text(4_000)(value)
  if (!read.ok) return read
  const lines = read.value.split(/[\n;；、,，]+/).map((line) => line.trim()).filter(Boolean)
  return { ok: true, value: lines.length === 1 && lines[0] === "-" ? [] : lines }
}

export const ownerColumns = {
  unit: mayText("unit"), point: codeOf("point"), title: mayText("title", 500), responsible: mayText("responsible"), owner: mayText("owner", 254), ownerName: mayText("ownerName"),
  performers: { headings: headings("performers"), parse: several, ...may }, since: mayDay("since"), from: mayDay("from"),
}

export const holidayColumns = {
  country: mayText("country", 2), date: { headings: headings("date"), parse: day(), ...must }, last: mayDay("last"),
  type: { headings: headings("type"), parse: choice(options("holidayTypes", ["holiday", "workday"])), ...must }, name: mayText("name"),
}

/** The sheets of an organisation's workbook, in the order in which they are written. */
export const organisationSheets = {
  units: unitColumns, departments: departmentColumns, positions: positionColumns, people: peopleColumns, holdings: holdingColumns, roles: roleColumns,
}
