import { beforeAll, describe, expect, test } from "vitest"
import { seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { addMember, endEngagement, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { listEngagements } from "@/lib/releases/queries/engagements"
import { releasedRows, releasedTo } from "@/lib/releases/queries/room"
import { prepareStatement, refreshStatement } from "@/lib/statements/commands/prepare"
import { countersignStatement, signStatement } from "@/lib/statements/commands/sign"
import { refuseStatement, withdrawStatement } from "@/lib/statements/commands/end"
import { statementOf, statementPage } from "@/lib/statements/queries/page"
import { grantRole } from "@/lib/units/commands/roles"
import { asOwner } from "../../builders/owner"
import { buildCompany, type Company } from "../../builders/company"
import { buildQuarter, type BuiltQuarter, password } from "../../builders/quarter"

let company: Company
let engagementId: string
let statementId: string
let shown: BuiltQuarter
let hidden: BuiltQuarter

const auditor = () => company.people.externalAudit
const done = async <T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: { message: string } }>): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(settled.refusal.message)
  return settled.value
}

beforeAll(async () => {
  company = await buildCompany()
  shown = await buildQuarter(company, "2026-Q3")
  hidden = await buildQuarter(company, "2026-Q2")
  await buildQuarter(company, "2026-Q3", { unit: company.north })
  await layEvidence()
  statementId = (await done(prepareStatement(company.people.finance, { unitId: company.east, quarter: "2026-Q3", language: "zh-CN" }))).id
  await done(prepareStatement(company.people.finance, { unitId: company.east, quarter: "2026-Q2", language: "zh-CN" }))
  const { office } = company.people
  engagementId = (await done(openEngagement(office, { unitId: company.hq, nameZh: "年度审计", nameEn: "Audit", from: "2026-01-01", to: "2099-12-31" }))).id
  await done(openEngagement(office, { unitId: company.hq, nameZh: "别的项目", nameEn: "Another", from: "2026-01-01", to: "2099-12-31" }))
})

// A record of the third quarter and one of the second, each with a version, a file and a use.
async function layEvidence() {
  await done(asActor(seed, "tests.evidence", async ({ tx, now }) => {
    const [point] = company.points
    if (!point) throw new Error("no point")
    for (const quarter of ["2026-Q3", "2026-Q2"]) {
      const [recordId, versionId, obligationId, unitId] = [newId(), newId(), newId(), company.east]
      const { start, end } = { start: new Date("2026-04-01"), end: new Date("2026-06-30") }
      await tx.obligation.create({ data: { id: obligationId, unitId, pointId: point.pointId, pointVersionId: point.versionId, kind: "record", period: quarter, periodStart: start, periodEnd: end, quarter, dueOn: end, createdAt: now } })
      await tx.evidenceRecord.create({ data: { id: recordId, unitId, number: `证-${quarter}`, pointId: point.pointId, createdAt: now } })
      await tx.evidenceVersion.create({ data: { id: versionId, unitId, recordId, version: 1, kind: "review", note: "核对", submittedAt: now } })
      await tx.evidenceFile.create({ data: { id: newId(), unitId, versionId, ordinal: 1, name: "a.pdf", size: 1, sha256: "0".repeat(64), mime: "application/pdf" } })
      await tx.evidenceUse.create({ data: { id: newId(), unitId, versionId, obligationId, submittedAt: now } })
    }
  }))
}

// What everybody inside reads, or one's own: names of the units, published editions, holidays, the installation's mode.
const open = ["Unit", "Edition", "HandbookNode", "Step", "PointVersion", "Point", "Holiday", "Installation", "Session", "ApiToken", "IdempotencyKey"]
const closed = ["Credential", "OneTimeLink", "SignInAttempt", "OneTimeCode", "RecoveryCode", "SignInStep", "Passkey", "PasskeyChallenge", "FreshProof"]

async function visible(): Promise<Record<string, number>> {
  const tables = await asOwner<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_%'`)
  const counts: Record<string, number> = {}
  for (const { name } of tables.filter((table) => ![...open, ...closed].includes(table.name))) {
    const rows = await asReader(auditor(), ({ tx }) => tx.$queryRawUnsafe<{ count: number }[]>(`select count(*)::int as count from "${name}"`))
    if (rows[0] && rows[0].count > 0) counts[name] = rows[0].count
  }
  return counts
}

describe("an external auditor", () => {
  test("sees nothing in any table before they are a member", async () => {
    await done(releaseQuarter(company.people.office, { id: engagementId, unitId: company.east, quarter: "2026-Q3", secrecyNote: "已审查，不含秘密。", withhold: [`test:${shown.tests[0]?.id}`], reason: "另行安排。" }))
    expect(await visible()).toEqual({})
    expect((await listEngagements(auditor(), { limit: 50 })).items).toEqual([])
  })

  test("then sees exactly what was released, in every table", async () => {
    await done(addMember(company.people.office, { id: engagementId, personId: auditor().personId ?? "" }))
    expect(await visible()).toEqual({
      Assessment: 1, Test: 3, Deficiency: 1, Statement: 1, EvidenceRecord: 1, EvidenceVersion: 1, EvidenceFile: 1, EvidenceUse: 1, Obligation: 1,
      Engagement: 1, EngagementMember: 1, Release: 7, Withholding: 1,
    })
    const rows = await asReader(auditor(), async ({ tx }) => ({
      tests: (await tx.test.findMany({ select: { id: true } })).map(({ id }) => id),
      units: await tx.test.findMany({ distinct: ["unitId", "quarter"], select: { unitId: true, quarter: true } }),
      deficiencies: await tx.deficiency.findMany({ select: { id: true } }),
      records: await tx.evidenceRecord.findMany({ select: { number: true } }),
    }))
    expect(rows.tests.toSorted()).toEqual(shown.tests.slice(1).map(({ id }) => id).toSorted())
    expect(rows).toMatchObject({ units: [{ unitId: company.east, quarter: "2026-Q3" }], deficiencies: [{ id: shown.deficiencyId }], records: [{ number: "证-2026-Q3" }] })
  })

  test("reads the room: what was released, what was withheld and why", async () => {
    const [engagement, ...others] = (await listEngagements(auditor(), { limit: 50 })).items
    expect(others).toEqual([])
    expect(engagement).toMatchObject({ id: engagementId, name: { zh: "年度审计" } })
    expect(await releasedTo(auditor(), engagementId)).toMatchObject([{ counts: { test: 3, statement: 1 }, withheld: [{ kind: "test", label: shown.tests[0]?.code, reason: "另行安排。" }] }])
    const rows = await releasedRows(auditor(), engagementId, company.east, "2026-Q3")
    expect(rows).toMatchObject({ statements: [{ id: statementId }], deficiencies: [{ id: shown.deficiencyId }], records: [{ number: "证-2026-Q3" }] })
    expect(rows.tests).toHaveLength(3)
    expect(await statementPage(auditor(), statementId)).toMatchObject({ statement: { id: statementId }, changed: null, previous: null, history: [] })
  })

  test("sees it on the engagement's days and on no other, neither before nor after", async () => {
    const during = await visible()
    const lasts = (from: string, to: string) => asOwner(`alter table "Engagement" disable trigger user; update "Engagement" set "from" = ${from}, "to" = ${to} where id = '${engagementId}'; alter table "Engagement" enable trigger user`)
    for (const [from, to] of [["current_date + 2", "current_date + 9"], ["current_date - 9", "current_date - 2"]] as const) {
      await lasts(from, to)
      const seen = await visible()
      expect(Object.keys(seen).filter((table) => !["Engagement", "EngagementMember", "Release", "Withholding"].includes(table))).toEqual([])
      expect(await statementPage(auditor(), statementId)).toBeNull()
    }
    await lasts("'2026-01-01'", "'2099-12-31'")
    expect(await visible()).toEqual(during)
  })

  test("writes nothing: every command is refused and nothing changes", async () => {
    const reason = "审计师不得经办。"
    const before = await statementOf(company.people.finance, statementId)
    const tries = [
      prepareStatement(auditor(), { unitId: company.east, quarter: "2026-Q1", language: "zh-CN" }),
      refreshStatement(auditor(), { id: statementId }),
      signStatement(auditor(), { id: statementId, factsHash: before?.factsHash ?? "", exceptions: "", declared: true, unfinished: "无", password }),
      countersignStatement(auditor(), { id: statementId, password }),
      refuseStatement(auditor(), { id: statementId, reason }),
      withdrawStatement(auditor(), { id: statementId, reason }),
      openEngagement(auditor(), { unitId: company.hq, nameZh: "a", nameEn: "a", from: "2026-01-01", to: "2026-12-31" }),
      addMember(auditor(), { id: engagementId, personId: auditor().personId ?? "" }),
      releaseQuarter(auditor(), { id: engagementId, unitId: company.east, quarter: "2026-Q2", secrecyNote: "自行审查。", withhold: [], reason: "" }),
      endEngagement(auditor(), { id: engagementId }),
      grantRole(auditor(), { unitId: company.hq, personId: auditor().personId ?? "", role: "control-office" }),
    ]
    expect((await Promise.all(tries)).map((result) => (result.ok ? "done" : result.refusal.code))).toEqual(tries.map(() => expect.stringMatching(/^not-(allowed|found)$/)))
    expect(await statementOf(company.people.finance, statementId)).toEqual(before)
  })

  test("writes nothing by SQL either: no row of what they see can be changed, none added", async () => {
    for (const table of Object.keys(await visible())) {
      const columns = await asOwner<{ name: string }>(`select column_name as name from information_schema.columns where table_name = '${table}' order by ordinal_position limit 1`)
      const column = columns[0]?.name ?? ""
      const changed = await asActor(auditor(), "tests.change", ({ tx }) => tx.$executeRawUnsafe(`update "${table}" set "${column}" = "${column}"`))
      expect(changed.ok ? changed.value : 0).toBe(0)
      const added = await asActor(auditor(), "tests.add", ({ tx }) => tx.$executeRawUnsafe(`insert into "${table}" select * from "${table}" limit 1`))
      // Refused by the policy itself (42501), before any constraint.
      expect({ table, ...added }).toMatchObject({ table, ok: false, refusal: { code: "not-found" } })
    }
  })

  test("sees nothing any more once the engagement has ended", async () => {
    await done(endEngagement(company.people.office, { id: engagementId }))
    expect(await visible()).toEqual({})
    expect(hidden.tests.length).toBeGreaterThan(0)
  })
})
