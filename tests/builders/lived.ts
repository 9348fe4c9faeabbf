import { openReviews } from "@/lib/access-reviews/commands/open"
import { askTester } from "@/lib/borrowings/commands/borrow"
import { compareList } from "@/lib/personnel/commands/compare"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { openHandover } from "@/lib/handovers/commands/open"
import { openEngagement } from "@/lib/releases/commands/engagement"
import { prepareStatement } from "@/lib/statements/commands/prepare"
import { actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { today } from "@/lib/platform/days"
import { quarterOf } from "@/lib/platform/periods"
import { stageUnitImport } from "@/lib/units/commands/imports"
import { nameDeputy } from "@/lib/units/commands/deputies"
import { addPerformer } from "@/lib/units/commands/performers"
import { holdPosition } from "@/lib/units/commands/people"
import { buildCompany, type Company } from "./company"
import { aDeficiency } from "./deficiency"
import { openQuarter } from "./assessment"
import { at, gave, logEvidence, planQuarter } from "./evidence"
import { buildQuarter } from "./quarter"
import { aMatchedUpload } from "./matched-upload"
import { anApprovedScope } from "./scope"

export type Lived = Company & { ids: Record<string, string> }

/** A company whose EAST has something of everything: `ids` by the first word of the API's paths. */
export async function livedCompany(): Promise<Lived> {
  const company = await buildCompany()
  const { people, east, positionId } = company
  const [obligation] = await planQuarter(company, "2026-Q3")
  const evidence = await logEvidence(people.owner, obligation?.id ?? "", "2026-08-01")
  await buildQuarter(company, "2026-Q1", { finished: true, deficiency: "closed" })
  const statement = gave(await prepareStatement(people.finance, { unitId: east, quarter: "2026-Q1", language: "zh-CN" }))
  const assessment = await openQuarter(company, "2026-Q2", "2026-04-01")
  const deficiency = await aDeficiency(company)
  const performer = gave(await addPerformer(people.finance, { unitId: east, pointId: company.points[0]?.pointId ?? "", personId: people.performer.personId ?? "" }))
  const holding = gave(await holdPosition(people.finance, { unitId: east, personId: people.performer.personId ?? "", positionId }))
  const request = gave(await submitRequest(people.owner, {
    unitId: east, code: "9.1.1.4", field: "frequency", proposed: "quarterly", proposedEn: null, practice: "每季度核对一次。", reason: "业务量已减少。",
  }))
  const engagement = gave(await openEngagement(people.office, { unitId: company.hq, nameZh: "年度审计", nameEn: "Annual audit", from: "2026-01-01", to: "2099-12-31" }))
  const scope = await anApprovedScope(company, 2026)
  const deputy = gave(await nameDeputy(people.finance, { unitId: east, personId: people.tester2.personId ?? "", deputyId: people.head.personId ?? "", from: undefined, lastDay: today(new Date(Date.now() + 86_400_000)), reason: "年休假期间。" }))
  const handover = gave(await openHandover(people.finance, {
    unitId: east, personId: people.performer.personId ?? "", kind: "moves", leavesOn: "2099-12-01", interimPersonId: undefined, note: "调往兄弟单位。",
  }))
  const matched = await aMatchedUpload(people.office)
  const review = gave(await openReviews(people.admin, { unitIds: [east], quarter: quarterOf(today(new Date())) })).items[0]?.id ?? ""
  const loan = gave(await askTester(actingAt(people.finance, at("2026-04-02")), { testIds: [assessment.line("9.1.1.4").id], lastDay: "2026-05-31", reason: "本厂没有独立的测评人。", personId: undefined }))
  const imported = gave(await stageUnitImport(people.finance, {
    unitId: east, kind: "ownership", sha256: "0".repeat(64), name: "owners.xlsx", size: 1, keep: async () => undefined, problems: [],
    content: { sheets: {}, owners: [{ row: 2, unit: null, code: "9.1.1.4", owner: people.manager.email, performers: null, from: null }] },
  }))
  gave(await compareList(people.admin, { unitId: east, complete: false, name: "名册.xlsx", rows: [{ row: 2, number: null, email: `joiner-${east}@keypoint.example`, nameZh: "新人", nameEn: null, unit: null, department: null, position: null, from: null, to: null }] }))
  const rest = await asReader(actingAt(seed, at("2026-11-20")), async ({ tx }) => ({
    grant: await tx.roleGrant.findFirstOrThrow({ where: { unitId: east, personId: people.tester.personId ?? "" }, select: { id: true } }),
    ownership: await tx.ownership.findFirstOrThrow({ where: { unitId: east }, select: { id: true } }),
    change: await tx.personnelChange.findFirstOrThrow({ where: { unitId: east }, select: { id: true } }),
    use: await tx.evidenceUse.findFirstOrThrow({ where: { unitId: east }, select: { id: true } }),
  }))
  return {
    ...company,
    ids: {
      units: east, people: people.owner.personId ?? "", departments: company.departmentId, grants: rest.grant.id, obligations: obligation?.id ?? "", holdings: holding.id,
      "unit-imports": imported.id, ownerships: rest.ownership.id, performers: performer.id, evidence: evidence.id, "evidence-uses": rest.use.id, assessments: assessment.id,
      "change-requests": request.id, deputies: deputy.id, scopes: scope, handovers: handover.id, tests: assessment.line("9.1.1.4").id, deficiencies: deficiency, "access-reviews": review, borrowings: loan.id, "personnel-changes": rest.change.id, engagements: engagement.id, statements: statement.id, editions: company.editionId,
      "control-points": company.points[0]?.pointId ?? "", pointId: company.points[0]?.pointId ?? "", ...matched,
    },
  }
}
