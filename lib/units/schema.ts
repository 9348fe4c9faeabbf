import { z } from "zod"
import { givenDay } from "@/lib/platform/day-schema"

const blank = z.literal("").transform(() => undefined)
const maybe = <Schema extends z.ZodType>(schema: Schema) => blank.or(schema).optional()
const code = z.string().trim().min(1).max(40).regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "units.errors.code")
const name = z.string().trim().min(1).max(120)
const names = { nameZh: name, nameEn: name }
const unitId = z.uuid()
const day = maybe(givenDay)
const version = maybe(z.coerce.number().int())
const reason = z.string().trim().min(5).max(1000)

export const unitKinds = ["company", "region", "coal", "gas", "hydro", "wind", "solar"] as const
export const grantable = [
  "control-owner", "performer", "evidence-reviewer", "department-head", "finance-lead", "tester", "plant-manager", "control-office",
  "chief-accountant", "leadership", "internal-audit", "external-auditor", "administrator",
] as const
export const languages = ["zh-CN", "zh-TW", "en"] as const

export const foundUnitSchema = z.object({
  parentId: maybe(z.uuid()), code, kind: z.enum(unitKinds), ...names, graceDays: maybe(z.coerce.number().int().min(0).max(60)),
})
export type FoundUnit = z.output<typeof foundUnitSchema>

/** `to` is the first day on which the unit is no more; empty takes it back. */
export const setClosingSchema = z.object({ unitId, to: day, version, reason })
export type SetClosing = z.output<typeof setClosingSchema>

export const addDepartmentSchema = z.object({ unitId, code, ...names })
export type AddDepartment = z.output<typeof addDepartmentSchema>

export const setHeadSchema = z.object({ id: z.uuid(), personId: maybe(z.uuid()), version })
export type SetHead = z.output<typeof setHeadSchema>

export const addPositionSchema = z.object({ unitId, departmentId: z.uuid(), code, ...names })
export type AddPosition = z.output<typeof addPositionSchema>

export const addPersonSchema = z.object({
  unitId, departmentId: maybe(z.uuid()), email: z.string().trim().toLowerCase().max(254).pipe(z.email()), ...names,
  language: z.enum(languages).default("zh-CN"), employeeNumber: maybe(z.string().trim().max(40)),
})
export type AddPerson = z.output<typeof addPersonSchema>

export const closeAccountSchema = z.object({ personId: z.uuid(), version, interimPersonId: maybe(z.uuid()) })
export type CloseAccount = z.output<typeof closeAccountSchema>

export const grantRoleSchema = z.object({ unitId, personId: z.uuid(), role: z.enum(grantable), from: day, to: day })
export type GrantRole = z.output<typeof grantRoleSchema>

export const withdrawRoleSchema = z.object({ id: z.uuid(), interimPersonId: maybe(z.uuid()) })
export type WithdrawRole = z.output<typeof withdrawRoleSchema>

/** A person of the unit changes to another of its departments today. */
export const moveDepartmentSchema = z.object({ personId: z.uuid(), departmentId: z.uuid(), version, interimPersonId: maybe(z.uuid()) })
export type MoveDepartment = z.output<typeof moveDepartmentSchema>

export const holdPositionSchema = z.object({ unitId, personId: z.uuid(), positionId: z.uuid(), from: day })
export type HoldPosition = z.output<typeof holdPositionSchema>

export const leavePositionSchema = z.object({ id: z.uuid(), to: day, interimPersonId: maybe(z.uuid()) })
export type LeavePosition = z.output<typeof leavePositionSchema>

/** `seen` is the ownership that the page showed ("none" for a gap): another one by now is a stale version. */
export const assignOwnerSchema = z.object({ unitId, pointId: z.uuid(), personId: z.uuid(), from: day, seen: maybe(z.string()) })
export type AssignOwner = z.output<typeof assignOwnerSchema>

/** `asOf`: when the page was made; points that got another owner since then are a stale version. */
export const assignOwnersSchema = z.object({
  unitId, personId: z.uuid(), from: day, asOf: maybe(z.iso.datetime()),
  pointIds: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.uuid(), "common.errors.nothingSelected").min(1, "common.errors.nothingSelected").max(1000)),
  /** How many were seen to be meant, where they are told by a filter. */
  expected: z.coerce.number().int().optional(),
})
export type AssignOwners = z.output<typeof assignOwnersSchema>

/** The applicable points without an owner go to whoever holds their position. `position` narrows it to one. */
export const assignByPositionSchema = z.object({ unitId, position: maybe(z.string().max(60)), from: day })
export type AssignByPosition = z.output<typeof assignByPositionSchema>

export const voidOwnershipSchema = z.object({ id: z.uuid(), reason })
export type VoidOwnership = z.output<typeof voidOwnershipSchema>

export const addPerformerSchema = z.object({ unitId, pointId: z.uuid(), personId: z.uuid(), from: day })
export type AddPerformer = z.output<typeof addPerformerSchema>

export const endPerformerSchema = z.object({ id: z.uuid(), to: day })
export type EndPerformer = z.output<typeof endPerformerSchema>

export const peopleFilterSchema = z.object({
  unit: maybe(z.string()), q: maybe(z.string().max(80)), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(z.uuid()),
})
export type PeopleFilter = z.output<typeof peopleFilterSchema>

export const ownershipFilterSchema = z.object({
  unit: z.string(), q: maybe(z.string().max(80)), node: maybe(z.string().max(20)), owner: maybe(z.uuid()),
  /** A position's code, its name, or a part of these. */
  position: maybe(z.string().trim().max(200).transform((words) => words || undefined)),
  gaps: maybe(z.enum(["yes"])), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(z.uuid()),
})
export type OwnershipFilter = z.output<typeof ownershipFilterSchema>

/** Both days included; `from` is today unless told. */
export const nameDeputySchema = z.object({ unitId, personId: z.uuid(), deputyId: z.uuid(), from: day, lastDay: givenDay, reason })
export type NameDeputy = z.output<typeof nameDeputySchema>

export const endDeputySchema = z.object({ id: z.uuid() })
export type EndDeputy = z.output<typeof endDeputySchema>

export const deputyFilterSchema = z.object({
  unit: z.string(), person: maybe(z.uuid()), past: maybe(z.enum(["yes"])), limit: z.coerce.number().int().min(1).max(200).default(50), cursor: maybe(z.uuid()),
})
export type DeputyFilter = z.output<typeof deputyFilterSchema>

/** Empty takes the default again. */
export const setLimitSchema = z.object({ unitId, monthlyLimit: maybe(z.coerce.number().int().min(1).max(1000)), version })
export type SetLimit = z.output<typeof setLimitSchema>

/** Organisation, owners or holidays from a workbook: what one upload is about. */
export const importKinds = ["organisation", "ownership", "holidays"] as const
export const importKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof importKind>

/** A problem of a workbook at its cell; `message` is a full message key. */
export const importProblem = z.object({ message: z.string(), sheet: z.string().optional(), cell: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type ImportProblem = z.infer<typeof importProblem>

const shown = z.string().nullable()
/** One thing that an import adds, changes or ends; `fields` says what of it, as it was and as it will be. */
export const importChange = z.object({
  what: z.enum(["added", "changed", "ended"]),
  kind: z.enum(["unit", "department", "position", "person", "holding", "role", "owner", "performer", "holiday"]),
  unit: z.string(), code: z.string(), zh: z.string(), en: z.string(),
  fields: z.array(z.object({ field: z.string(), before: shown, after: shown })),
})
export type ImportChange = z.infer<typeof importChange>

/** `digest` is of all changes; the list may be cut. `gaps`: points that stay without an owner. */
export const importPreview = z.object({
  digest: z.string(), counts: z.array(z.object({ kind: importChange.shape.kind, added: z.number(), changed: z.number(), ended: z.number(), unchanged: z.number() })),
  changes: z.array(importChange), gaps: z.number().nullable(),
})
export type ImportPreview = z.infer<typeof importPreview>

const cell = z.string().nullable()
const line = { row: z.number().int(), unit: cell }
const since = { from: cell, to: cell }
const titled = { nameZh: z.string(), nameEn: cell }
/** Where the rows of a sheet stand: its name and, by key, the letters of its columns. */
const place = z.object({ name: z.string(), letters: z.record(z.string(), z.string()) })
export type SheetPlace = z.infer<typeof place>

/** What an organisation's workbook says, row by row; what is not in it stays as it is. */
export const organisationContent = z.object({
  sheets: z.record(z.string(), place),
  units: z.array(z.object({ row: line.row, code: z.string(), kind: z.enum(unitKinds), ...titled, parent: cell, country: cell, ...since })),
  departments: z.array(z.object({ ...line, code: z.string(), ...titled, head: cell })),
  positions: z.array(z.object({ ...line, code: z.string(), department: z.string(), ...titled })),
  people: z.array(z.object({ ...line, email: z.string(), number: cell, ...titled, language: z.enum(languages).nullable(), department: cell, position: cell, ...since })),
  holdings: z.array(z.object({ ...line, person: z.string(), position: z.string(), ...since })),
  roles: z.array(z.object({ ...line, person: z.string(), role: z.enum(grantable), ...since })),
})
export type OrganisationContent = z.infer<typeof organisationContent>

/** What a matrix of owners says; an empty cell leaves who is there, "-" stands for no performers. */
export const ownershipContent = z.object({
  sheets: z.record(z.string(), place),
  owners: z.array(z.object({ ...line, code: z.string(), owner: cell, performers: z.array(z.string()).nullable(), from: cell })),
})
export type OwnershipContent = z.infer<typeof ownershipContent>

/** Days of a country: holidays, and weekend days worked in exchange (`workday`); `last` is the last of several. */
export const holidaysContent = z.object({
  sheets: z.record(z.string(), place),
  holidays: z.array(z.object({ row: line.row, country: cell, date: z.string(), last: cell, type: z.enum(["holiday", "workday"]), name: cell })),
})
export type HolidaysContent = z.infer<typeof holidaysContent>

const country = z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, "organisation.errors.country")
export const keepHolidaysSchema = z.object({ unitId, country, lines: z.string().max(20_000) })
export type KeepHolidays = z.output<typeof keepHolidaysSchema>
export const removeHolidaySchema = z.object({ unitId, country, date: givenDay })
export type RemoveHoliday = z.output<typeof removeHolidaySchema>
export const holidayFilterSchema = z.object({ country: maybe(country), year: maybe(z.coerce.number().int().min(2000).max(2100)) })
export type HolidayFilter = z.output<typeof holidayFilterSchema>

/** `seen` is what the preview showed: another by now is a stale version. */
export const copyOwnersSchema = z.object({ unitId, fromUnitId: z.uuid(), seen: maybe(z.string().max(80)) })
export type CopyOwners = z.output<typeof copyOwnersSchema>

export const setFiscalYearSchema = z.object({ unitId, month: z.coerce.number().int().min(1).max(12), version })
export type SetFiscalYear = z.output<typeof setFiscalYearSchema>

export const confirmUnitImportSchema = z.object({ id: z.uuid() })
export type ConfirmUnitImport = z.output<typeof confirmUnitImportSchema>

export const importTargetSchema = z.object({ unitId, kind: importKind })
