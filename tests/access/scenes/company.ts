import { distribute } from "@/lib/distributions/commands/give"
import { myLists } from "@/lib/distributions/queries/mine"
import { asReader } from "@/lib/platform/door"
import { partsIn } from "@/lib/scoping/queries/scope"
import { gave } from "../../builders/evidence"
import { account, aDraft, figures, risk } from "../../builders/scope"
import { buildQuarter } from "../../builders/quarter"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const year = 2027
const inDraft = (input: Record<string, unknown>): SetScene => async (stage) => ({ input: { id: await aDraft(stage, year), ...input } })

async function given(stage: Stage): Promise<string> {
  gave(await distribute(stage.people.finance, { unitId: stage.east }))
  return (await myLists(stage.people.owner))[0]?.id ?? ""
}

export const scoping: Record<string, SetScene> = {
  "scoping.draft": () => ({ input: { year } }),
  "scoping.measure": inDraft({ ...figures }),
  "scoping.decide": async (stage) => ({ input: { id: await aDraft(stage, year), unitIds: [stage.north], decision: "out", reason: words } }),
  "scoping.keepAccount": async (stage) => {
    const id = await aDraft(stage, year)
    const { shares, ...rest } = account(stage)
    const more = { id, ...rest, nameZh: "应收账款" }
    return { input: { ...more, shares }, form: { ...more, [`shares.${stage.east}`]: 60 } }
  },
  "scoping.keepRisk": inDraft({ ...risk, descriptionZh: "另一风险。" }),
  "scoping.keepProvider": inDraft({ nameZh: "共享中心", service: "核算", report: "none", remaining: words, points: ["9.1.1.4"] }),
  "scoping.remove": async (stage) => {
    const id = await aDraft(stage, year)
    const [partId] = (await asReader(stage.people.office, ({ tx }) => partsIn(tx, id))).risks.map((risk) => risk.id)
    return { input: { id, part: "risk", partId } }
  },
  "scoping.approve": inDraft({}),
  "scoping.revise": ({ ids }) => ({ input: { id: ids.scopes, reason: words } }),
  "scoping.discard": inDraft({}),
}

export const releases: Record<string, SetScene> = {
  "releases.open": ({ hq }) => ({ input: { unitId: hq, nameZh: "专项审计", nameEn: "Special audit", from: "2026-01-01", to: "2099-12-31" } }),
  "releases.join": ({ ids, callers }) => ({ input: { id: ids.engagements, personId: callers.find(({ column }) => column === "auditor-0")?.actor?.personId } }),
  "releases.release": async (stage) => {
    await buildQuarter(stage, "2025-Q3")
    return { input: { id: stage.ids.engagements, unitId: stage.east, quarter: "2025-Q3", secrecyNote: words } }
  },
  "releases.end": ({ ids }) => ({ input: { id: ids.engagements } }),
}

export const distributions: Record<string, SetScene> = {
  "distributions.confirm": async (stage) => ({ input: { id: await given(stage), known: "on" } }),
  "distributions.give": ({ east }) => ({ input: { unitId: east } }),
  "distributions.writeReminders": async (stage) => {
    await given(stage)
    return { input: { unitId: stage.east }, day: "2026-12-20" }
  },
}
