import { resetAccount } from "@/lib/access/commands/accounts"
import { mailLink } from "@/lib/access/commands/links"
import { givePassword } from "@/lib/access/commands/passwords"
import { proveByOpenId } from "@/lib/access/commands/proof"
import { clearSecondFactor } from "@/lib/access/commands/removals"
import { giveToken } from "@/lib/access/commands/tokens"
import { openPaper } from "@/lib/assessments/commands/open-paper"
import { beginLapsed } from "@/lib/handovers/commands/lapse"
import { remindHandovers } from "@/lib/handovers/commands/remind"
import { carryOut } from "@/lib/personnel/commands/carry-out"
import { compareList } from "@/lib/personnel/commands/compare"
import { noticeSignIn } from "@/lib/personnel/commands/notice"
import { takeEffect } from "@/lib/personnel/commands/take-effect"
import { listChanges } from "@/lib/personnel/queries/changes"
import { personnelFilterSchema } from "@/lib/personnel/schema"
import { actingAt, operator, seed } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import { deliverMail } from "@/lib/platform/mail"
import { setFiscalYear } from "@/lib/units/commands/fiscal-year"
import { importOrganisation } from "@/lib/units/commands/imports"
import { shortenRoleWithin } from "@/lib/units/commands/roles"
import { crewOf, finish, openQuarter } from "../../builders/assessment"
import type { Company } from "../../builders/company"
import { at, gave } from "../../builders/evidence"
import { startMailServer } from "../../builders/mail-server"
import { password } from "../../builders/quarter"
import { newPlace } from "../../builders/session"
import type { Stage } from "../cast"

/** How a command runs that no action, operation or upload runs, and what the trail then holds. */
export type Elsewhere<Place> = { by: string; trail: string; run: (place: Place) => Promise<unknown> }

/** What the company that has lived can no longer do. */
export const atFirst: Record<string, Elsewhere<Company>> = {
  "units.set-fiscal-year": {
    by: "the page of a unit's calendar, before anything is planned", trail: "units.fiscal-year-set", run: async ({ people, hq }) => gave(await setFiscalYear(people.admin, { unitId: hq, month: 4 })),
  },
}

const ownerOf = ({ people }: Stage) => people.owner.personId ?? ""
const soon = () => Math.floor(Date.now() / 1000)

export const elsewhere: Record<string, Elsewhere<Stage>> = {
  "access.clear-second-factor": { by: "the command line", trail: "access.removal-removed", run: async (stage) => gave(await clearSecondFactor(operator, { personId: ownerOf(stage) })) },
  "access.give-password": { by: "the command line", trail: "access.password-given", run: async (stage) => gave(await givePassword(operator, ownerOf(stage), password)) },
  "access.give-token": { by: "the command line", trail: "access.token-given", run: async (stage) => gave(await giveToken(operator, ownerOf(stage), { name: "report", days: 1, scopes: ["read"] })) },
  "access.reset-account": { by: "the command line", trail: "access.account-reset", run: async (stage) => gave(await resetAccount(operator, { personId: ownerOf(stage) })) },
  "access.mail-link": { by: "the request for a link, once it is answered", trail: "access.link-mailed", run: async ({ people }) => gave(await mailLink({ email: people.owner.email }, newPlace())) },
  // Passing: it is spent within ten minutes by the signature that is recorded.
  "access.prove-by-open-id": {
    by: "the company's own sign-in", trail: "unrecorded FreshProof",
    run: async ({ people }) => gave(await proveByOpenId(people.owner, { email: people.owner.email, verified: true, strong: true, signedInAt: soon() }, soon())),
  },
  "assessments.openPaper": {
    by: "the page of a paper", trail: "assessments.paperOpened",
    run: async (stage) => gave(await openPaper(actingAt(stage.people.finance, at("2026-10-12")), { id: await concluded(stage) })),
  },
  "handovers.begin-lapsed": {
    by: "the passing of days", trail: "handovers.opened",
    run: async (stage) => {
      gave(await asActor(seed, "tests.shorten", async (work) => {
        const grants = await work.tx.roleGrant.findMany({ where: { personId: ownerOf(stage), unitId: stage.east }, select: { id: true } })
        for (const { id } of grants) await shortenRoleWithin(work, id, "2026-12-19")
      }))
      return beginLapsed(at("2026-12-20"))
    },
  },
  "handovers.remind": { by: "the passing of days", trail: "handovers.reminded", run: async () => remindHandovers(at("2026-12-20")) },
  "personnel.notice": {
    by: "the company's own sign-in", trail: "personnel.noticed",
    run: async () => gave(await noticeSignIn({ email: "unknown@keypoint.example", verified: true, strong: true, signedInAt: soon(), name: "生人" })),
  },
  "personnel.take-effect": {
    by: "the passing of days", trail: "units.role-withdrawn + personnel.moved",
    run: async ({ people, hq }) => {
      const { admin, evidenceReviewer } = people
      const row = { row: 2, number: null, email: evidenceReviewer.email, nameZh: "某人", nameEn: null, unit: "北厂", department: null, position: null, from: "2099-01-01", to: null }
      gave(await compareList(admin, { unitId: hq, complete: false, name: "名册.xlsx", rows: [row] }))
      const { items } = await listChanges(admin, personnelFilterSchema.parse({ status: "open", kind: "mover" }))
      gave(await carryOut(admin, { id: items.find(({ email }) => email === row.email)?.id ?? "" }))
      return takeEffect(at(row.from))
    },
  },
  // The mail was written by a command that is recorded.
  "platform.deliver-mail": {
    by: "the worker", trail: "nothing",
    run: async () => {
      const server = await startMailServer()
      try {
        return await deliverMail(server.url, "keypoint@keypoint.example")
      } finally {
        await server.stop()
      }
    },
  },
  "units.import-organisation": {
    by: "another system's directory", trail: "units.organisation-imported",
    run: async ({ east }) => gave(await importOrganisation(seed, {
      unitId: east, name: "directory",
      content: { sheets: {}, units: [], departments: [], positions: [], holdings: [], roles: [], people: [{ row: 1, unit: null, email: "directory@keypoint.example", number: "J1", nameZh: "新员工", nameEn: null, language: null, department: null, position: null, from: null, to: null }] },
    })),
  },
}

async function concluded(stage: Stage): Promise<string> {
  const line = (await openQuarter(stage, "2026-Q3", "2026-10-12")).line("9.1.1.4")
  await finish(crewOf(stage, "2026-10-12"), line, 20)
  return line.id
}
