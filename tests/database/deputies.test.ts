import { beforeAll, describe, expect, test } from "vitest"
import { assignTests } from "@/lib/assessments/commands/assign"
import { acceptUse } from "@/lib/evidence/commands/review"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { recordOf as evidenceOf } from "@/lib/evidence/queries/record"
import { myWork } from "@/lib/evidence/queries/work"
import { type Actor, actingAt } from "@/lib/platform/actor"
import type { Result } from "@/lib/platform/refusal"
import { maySign } from "@/lib/statements/policy"
import { endDeputy, nameDeputy } from "@/lib/units/commands/deputies"
import { addPerson } from "@/lib/units/commands/people"
import { listDeputies, myPrincipals } from "@/lib/units/queries/deputies"
import type { DeputyFilter } from "@/lib/units/schema"
import { openQuarter } from "../builders/assessment"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { aDeficiency, happen, recordOf } from "../builders/deficiency"
import { at, evidenceFor, gave, planQuarter } from "../builders/evidence"
import { codeOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let company: Company
let obligations: string[]
const on = (name: CastName, day: string): Actor => actingAt(company.people[name], at(day))
const idOf = (name: CastName) => company.people[name].personId ?? ""
const absence = (person: CastName, deputy: CastName, from: string, lastDay: string) => ({ unitId: company.east, personId: idOf(person), deputyId: idOf(deputy), from, lastDay, reason: "年休假，返回前代理。" })

beforeAll(async () => {
  company = await buildCompany()
  obligations = (await planQuarter(company, "2026-Q3")).filter(({ kind, period }) => kind === "record" && period === "2026-07").map(({ id }) => id)
})

async function refusal(act: () => Promise<Result<unknown>>): Promise<string> {
  const state = async () => [await asOwner(`select count(*) from "AuditEvent"`), await asOwner(`select * from "Deputy" order by id`), await asOwner(`select count(*) from "EvidenceVersion"`)]
  const before = await state()
  const result = await act()
  expect(await state()).toEqual(before)
  if (result.ok) throw new Error("was not refused")
  return result.refusal.code
}

describe("a deputy", () => {
  test("is named by the person, their head or the finance lead, for two months at most, one at a time", async () => {
    expect(await refusal(() => nameDeputy(on("tester", "2026-08-01"), absence("owner", "evidenceReviewer", "2026-08-03", "2026-08-14")))).toBe("not-allowed")
    expect(await refusal(() => nameDeputy(on("northFinance", "2026-08-01"), absence("owner", "evidenceReviewer", "2026-08-03", "2026-08-14")))).toBe("not-found")
    expect(await refusal(() => nameDeputy(on("owner", "2026-08-01"), absence("owner", "owner", "2026-08-03", "2026-08-14")))).toBe("invalid")
    expect(await refusal(() => nameDeputy(on("owner", "2026-08-01"), absence("owner", "northOwner", "2026-08-03", "2026-08-14")))).toBe("invalid")
    expect(await refusal(() => nameDeputy(on("owner", "2026-08-01"), absence("owner", "evidenceReviewer", "2026-08-03", "2026-12-31")))).toBe("invalid")
    expect(await refusal(() => nameDeputy(on("owner", "2026-08-01"), absence("owner", "evidenceReviewer", "2026-07-03", "2026-08-14")))).toBe("invalid")
    expect(await eventsAdded(company.east, async () => gave(await nameDeputy(on("owner", "2026-08-01"), absence("owner", "evidenceReviewer", "2026-08-03", "2026-08-14"))))).toEqual(["units.deputy-named"])
    expect(await refusal(() => nameDeputy(on("finance", "2026-08-01"), absence("owner", "performer", "2026-08-14", "2026-08-20")))).toBe("conflict")
  })

  test("holds a role there on every day of the absence: whoever could do nothing is not named, and the field says so", async () => {
    const newcomer = gave(await addPerson(company.people.admin, { unitId: company.east, email: `idle-${company.east}@keypoint.example`, nameZh: "新来者", nameEn: "Newcomer", language: "zh-CN" }))
    const name = () => nameDeputy(on("finance", "2026-08-01"), { unitId: company.east, personId: idOf("performer"), deputyId: newcomer.id, from: "2026-08-03", lastDay: "2026-08-14", reason: "年休假，返回前代理。" })
    const atField = { ok: false, refusal: { code: "invalid", errors: [{ path: "deputyId", message: "units.errors.deputyNoRole" }] } }
    const grant = (unitId: string, from: string, to?: string) => asOwner(`insert into "RoleGrant" (id, "unitId", "personId", role, "from", "to", "grantedAt") values (gen_random_uuid(), '${unitId}', '${newcomer.id}', 'performer', '${from}', ${to ? `'${to}'` : "null"}, now())`)
    expect(await name()).toMatchObject(atField)
    await grant(company.north, "2026-08-01")
    expect(await name()).toMatchObject(atField)
    await grant(company.east, "2026-08-01", "2026-08-14")
    expect(await name()).toMatchObject(atField)
    // Held at the company, where the finance lead of the plant sees nothing.
    await grant(company.hq, "2026-08-14", "2026-08-15")
    gave(await name())
  })

  test("sees what is owed and logs it for those days only, and the record says for whom", async () => {
    const log = (day: string, id = obligations[0] ?? "") => submitEvidence(on("evidenceReviewer", day), evidenceFor([id], { occurredOn: "2026-07-31" }))
    expect(await refusal(() => log("2026-08-02"))).toBe("not-allowed")
    expect((await myWork(on("evidenceReviewer", "2026-08-02"))).total).toBe(0)
    const owed = await myWork(on("evidenceReviewer", "2026-08-04"))
    expect(owed.due.find(({ id }) => id === obligations[0])?.forWhom).toMatchObject({ zh: "owner" })
    expect((await myPrincipals(on("evidenceReviewer", "2026-08-04"))).map(({ personId, lastDay }) => [personId, lastDay])).toEqual([[idOf("owner"), "2026-08-14"]])
    const { id } = gave(await log("2026-08-04"))
    const [version] = (await evidenceOf(on("finance", "2026-08-04"), id))?.versions ?? []
    expect(version).toMatchObject({ submittedBy: idOf("evidenceReviewer"), actedFor: idOf("owner"), principal: { zh: "owner" } })
    expect(await refusal(() => log("2026-08-15", obligations[1]))).toBe("not-allowed")
  })

  test("does not review what they logged, nor test the point afterwards, and never signs", async () => {
    const [use] = await asOwner<{ id: string }>(`select u.id from "EvidenceUse" u join "EvidenceVersion" v on v.id = u."versionId" where v."actedFor" is not null`)
    expect(await refusal(() => acceptUse(on("evidenceReviewer", "2026-08-05"), { id: use?.id ?? "" }))).toBe("separation-of-duties")
    gave(await nameDeputy(on("manager", "2026-08-01"), absence("manager", "tester", "2026-08-03", "2026-08-14")))
    expect(maySign(on("tester", "2026-08-05"), { unitId: company.east, unitKind: "coal" }).allowed).toBe(false)
    gave(await nameDeputy(on("finance", "2026-08-01"), absence("tester", "performer", "2026-08-03", "2026-08-14")))
    const quarter = await openQuarter(company, "2026-Q3", "2026-07-06")
    const testIds = [quarter.lines.find(({ frequency }) => frequency === "monthly")?.id ?? ""]
    expect(await codeOf(assignTests(on("finance", "2026-08-05"), { testIds, testerPersonId: idOf("performer"), reviewerPersonId: idOf("finance") }))).toBe("invalid")
  })

  test("of a department's head confirms a deficiency in their place", async () => {
    const id = await aDeficiency(company)
    expect(await codeOf(happen(company, "confirm", id, { who: "performer", day: "2026-08-04" }))).toBe("not-allowed")
    gave(await nameDeputy(on("head", "2026-08-03"), absence("head", "performer", "2026-08-04", "2026-08-06")))
    expect(await eventsAdded(company.east, async () => gave(await happen(company, "confirm", id, { who: "performer", day: "2026-08-05" })))).toEqual(["deficiencies.confirmed"])
    expect((await recordOf(id)).confirmations).toMatchObject([{ outcome: "confirmed", by: idOf("performer"), actedFor: idOf("head") }])
    const again = await aDeficiency(company, "9.1.1.5")
    gave(await happen(company, "confirm", again, { day: "2026-08-05" }))
    expect((await recordOf(again)).confirmations).toMatchObject([{ by: idOf("head"), actedFor: null }])
  })

  test("acts no longer once it was ended; what was agreed stays, in the database too", async () => {
    const { items } = await listDeputies(on("finance", "2026-08-05"), { unit: company.east, limit: 50 })
    const row = items.find(({ person }) => person.id === idOf("owner"))
    expect(row).toMatchObject({ acting: true, endedAt: null, from: "2026-08-03", lastDay: "2026-08-14", person: { name: { zh: "owner" } }, deputy: { id: idOf("evidenceReviewer"), name: { zh: "evidenceReviewer" } }, namer: { zh: "owner" } })
    const listed = (filter: Partial<DeputyFilter>, day = "2026-08-05") => listDeputies(on("finance", day), { unit: company.east, limit: 50, ...filter })
    expect((await listed({ person: idOf("owner") })).items).toEqual([row])
    expect((await listed({ person: idOf("owner") }, "2026-08-15")).items).toEqual([])
    expect((await listed({ person: idOf("owner"), past: "yes" }, "2026-08-15")).items).toMatchObject([{ id: row?.id, acting: false }])
    const [first, ...rest] = items
    expect(await listed({ limit: 1 })).toEqual({ items: [first], next: rest.length > 0 ? first?.id : null })
    expect((await listed({ cursor: first?.id })).items).toEqual(rest)
    expect(await refusal(() => endDeputy(on("evidenceReviewer", "2026-08-05"), { id: row?.id ?? "" }))).toBe("not-allowed")
    expect(await refusal(() => endDeputy(on("northFinance", "2026-08-05"), { id: row?.id ?? "" }))).toBe("not-found")
    await expect(asOwner(`update "Deputy" set "lastDay" = "lastDay" + 1 where id = '${row?.id}'`)).rejects.toMatchObject({ code: "KP001" })
    await expect(asOwner(`insert into "EvidenceVersion" (id, "unitId", "recordId", version, kind, note, "submittedBy", "actedFor", "submittedAt")
      select gen_random_uuid(), "unitId", "recordId", 9, kind, note, '${idOf("tester2")}', '${idOf("owner")}', "submittedAt" from "EvidenceVersion" limit 1`)).rejects.toMatchObject({ code: "KP002" })
    expect(await eventsAdded(company.east, async () => gave(await endDeputy(on("head", "2026-08-05"), { id: row?.id ?? "" })))).toEqual(["units.deputy-ended"])
    expect(await refusal(() => submitEvidence(on("evidenceReviewer", "2026-08-06"), evidenceFor([obligations[1] ?? ""])))).toBe("not-allowed")
    expect(await refusal(() => endDeputy(on("head", "2026-08-05"), { id: row?.id ?? "" }))).toBe("wrong-state")
  })
})
