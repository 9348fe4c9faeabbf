import pg from "pg"
import { beforeAll, expect, test } from "vitest"
import { acceptUse, returnUse } from "@/lib/evidence/commands/review"
import { listObligations, type ListedObligation } from "@/lib/evidence/queries/obligations"
import { actingAt, seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { addMember, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import { buildCompany, type Company } from "../builders/company"
import { at, gave, logEvidence, planQuarter } from "../builders/evidence"
import { asOwner, connectedAsOwner } from "../builders/owner"

const day = "2026-08-05"
let company: Company
let owed: ListedObligation[]
beforeAll(async () => {
  company = await buildCompany()
  owed = await planQuarter(company, "2026-Q3")
})

const weekly = (week: number) => owed.find((one) => one.period === `2026-W${week}` && one.code === "9.1.1.5")?.id ?? ""
const log = (obligation: string) => logEvidence(company.people.owner, obligation, day)
const reviewer = () => actingAt(company.people.evidenceReviewer, at(day))
const useOf = async (recordId: string) => (await asReader(seed, ({ tx }) => tx.evidenceUse.findFirst({ where: { version: { recordId } }, select: { id: true } })))?.id ?? ""
const answerOf = async (id: string) => (await asOwner<{ answer: string | null }>(`select answer from "Obligation" where id = $1`, [id]))[0]?.answer

test("two who judge two records of one obligation at the same moment leave the answer of both", async () => {
  const obligation = weekly(28)
  const uses = [await useOf((await log(obligation)).id), await useOf((await log(obligation)).id)]
  const [first, second] = [await connectedAsOwner(), await connectedAsOwner()]
  const give = (client: pg.Client, id: string | undefined) => client.query(`begin; update "EvidenceUse" set status = 'returned', reason = 'x' where id = '${id}'`)
  try {
    await give(first, uses[0])
    const waits = give(second, uses[1])
    await expect.poll(async () => (await asOwner(`select 1 from pg_locks where not granted`)).length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await answerOf(obligation)).toBe("submitted")
    await first.query("commit")
    await waits
    await second.query("commit")
  } finally {
    await Promise.all([first.end(), second.end()])
  }
  expect(await answerOf(obligation)).toBe("returned")
})

test("an obligation's answer is the database's to write: nobody changes one, and none is planned with one", async () => {
  const accepted = (command: string, sql: string) => asActor(company.people.finance, command, ({ tx }) => tx.$executeRawUnsafe(sql))
  expect(await accepted("tests.change", `update "Obligation" set answer = 'accepted' where id = '${weekly(29)}'`)).toMatchObject({ ok: false, refusal: { code: "not-found" } })
  const copied = `insert into "Obligation" (id, "unitId", "pointId", "pointVersionId", kind, period, "periodStart", "periodEnd", quarter, "dueOn", "createdAt", answer)
    select '${newId()}', "unitId", "pointId", "pointVersionId", kind, 'x' || period, "periodStart", "periodEnd", quarter, "dueOn", "createdAt", answer from "Obligation" where id =`
  gave(await acceptUse(reviewer(), { id: await useOf((await log(weekly(30))).id) }))
  expect(await accepted("tests.add", `${copied} '${weekly(30)}'`)).toMatchObject({ ok: false, refusal: { code: "not-found" } })
  expect(await accepted("tests.add", `${copied} '${weekly(29)}'`)).toEqual({ ok: true, value: 1 })
  expect(await answerOf(weekly(29))).toBeNull()
})

test("an external auditor is told what the released records answer, not what was withheld", async () => {
  const obligation = weekly(31)
  const [shown, withheld] = [await log(obligation), await log(obligation)]
  gave(await returnUse(reviewer(), { id: await useOf(shown.id), reason: "缺签字页" }))
  gave(await acceptUse(reviewer(), { id: await useOf(withheld.id) }))
  const { office, externalAudit } = company.people
  const { id } = gave(await openEngagement(office, { unitId: company.hq, nameZh: "年度审计", nameEn: "Audit", from: "2026-01-01", to: "2099-12-31" }))
  gave(await releaseQuarter(office, { id, unitId: company.east, quarter: "2026-Q3", secrecyNote: "已审查，不含秘密。", withhold: [`record:${withheld.id}`], reason: "另行安排。" }))
  gave(await addMember(office, { id, personId: externalAudit.personId ?? "" }))
  const seenBy = async (actor: typeof office) => (await listObligations(actor, { unit: company.east, limit: 200 })).items.find((one) => one.id === obligation)
  expect(await seenBy(externalAudit)).toMatchObject({ status: "returned", recordId: shown.id })
  expect(await seenBy(company.people.finance)).toMatchObject({ status: "accepted", recordId: withheld.id })
})

test("every obligation's kept answer is what its uses say", async () => {
  expect(await asOwner(`select id from "Obligation" where answer is distinct from kp_answer_of("unitId", id)`)).toEqual([])
})
