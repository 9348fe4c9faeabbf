import { choice, code, day, text } from "@/lib/platform/workbook/cells"
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

/** The sheets of an organisation's workbook, in the order in which they are written. */
export const organisationSheets = {
  units: unitColumns, departments: departmentColumns, positions: positionColumns, people: peopleColumns, holdings: holdingColumns, roles: roleColumns,
}
