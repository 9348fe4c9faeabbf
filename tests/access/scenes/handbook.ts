import { acceptRequest } from "@/lib/change-requests/commands/accept"
import { submitRequest } from "@/lib/change-requests/commands/file"
import { askRequest, takeUpRequest } from "@/lib/change-requests/commands/judge"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { discardEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { confirmImport } from "@/lib/handbook/commands/import"
import { listControlPoints } from "@/lib/handbook/queries/list"
import { importFile } from "@/lib/handbook/workbook/import"
import { gave } from "../../builders/evidence"
import { aChapter, aFile, aHandbook, aPoint } from "../../builders/handbook"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const drafted = async ({ people }: Stage) => gave(await beginDraft(people.office2, { kind: "edition" })).id

async function submitted(stage: Stage): Promise<string> {
  const id = await drafted(stage)
  gave(await submitEdition(stage.people.office2, { id }))
  return id
}

const staged = async ({ people }: Stage, untested = false) => {
  const point = untested ? aPoint("8.1.1.1", { operatingTest: { population: { zh: "工资表", en: null }, procedure: null, attributes: [], exception: null } }) : aPoint("8.1.1.1")
  return gave(await importFile(people.office2, await aFile(aHandbook({ chapters: [aChapter([point])] })), { draft: "new" })).id
}

const text = "收入会计每月五日前核对一次。"
const worded = {
  title: text, description: text, objective: text, risk: text, designTest: text, population: text, procedure: text, exception: text,
  frequency: "monthly", nature: "manual", effect: "detective"
}

// In a draft of a workbook, which names its positions.
const revised: SetScene = async (stage) => {
  const { editionId } = gave(await confirmImport(stage.people.office2, { id: await staged(stage) }))
  const point = (await listControlPoints(stage.people.office2, { edition: editionId })).items[0]
  return { input: { id: editionId, pointId: point?.id, ...worded, ownerPosition: "finance.clerk" } }
}

export const handbook: Record<string, SetScene> = {
  "handbook.begin": () => ({ input: { kind: "edition" } }),
  "handbook.waive": async (stage) => {
    const { editionId } = gave(await confirmImport(stage.people.office2, { id: await staged(stage, true) }))
    return { input: { id: editionId, fault: "procedureMissing 8.1.1.1", reason: words } }
  },
  "handbook.revise": revised,
  "handbook.confirm": async (stage) => ({ input: { id: await staged(stage) } }),
  "handbook.submit": async (stage) => ({ input: { id: await drafted(stage) } }),
  "handbook.returnToDraft": async (stage) => ({ input: { id: await submitted(stage), reason: words } }),
  "handbook.publish": async (stage) => ({ input: { id: await submitted(stage), effectiveFrom: "2027-01-01" }, day: "2026-11-22" }),
  "handbook.discard": async (stage) => ({ input: { id: await drafted(stage) } }),
  "handbook.removeMatching": ({ ids }) => ({ input: { id: ids["handbook-matchings"] } }),
  "handbook.override": ({ east, ids }) => ({ input: { unitId: east, pointId: ids.pointId, applicable: "false", reason: words } }),
}

const proposal = { code: "9.1.1.4", field: "description", proposed: text, practice: words, reason: words } as const

async function filed({ east, people }: Stage): Promise<string> {
  return gave(await submitRequest(people.owner, { unitId: east, ...proposal, proposedEn: null })).id
}

async function takenUp(stage: Stage): Promise<string> {
  const id = await filed(stage)
  gave(await takeUpRequest(stage.people.office2, { id }))
  return id
}

async function asked(stage: Stage): Promise<string> {
  const id = await takenUp(stage)
  gave(await askRequest(stage.people.office2, { id, text: words }))
  return id
}

export const changeRequests: Record<string, SetScene> = {
  "change-requests.submit": ({ east }) => ({ input: { unitId: east, ...proposal } }),
  "change-requests.takeUp": async (stage) => ({ input: { id: await filed(stage) } }),
  "change-requests.ask": async (stage) => ({ input: { id: await takenUp(stage), text: words } }),
  "change-requests.answer": async (stage) => ({ input: { id: await asked(stage), text: words } }),
  "change-requests.approve": async (stage) => ({ input: { id: await takenUp(stage), proposed: text, text: words } }),
  "change-requests.decline": async (stage) => ({ input: { id: await takenUp(stage), text: words } }),
  "change-requests.withdraw": async (stage) => ({ input: { id: await filed(stage), text: words } }),
  "change-requests.carry": async (stage) => {
    const id = await takenUp(stage)
    const { editionId } = gave(await acceptRequest(stage.people.office2, { id, proposed: text, proposedEn: null, text: words }))
    gave(await discardEdition(stage.people.office2, { id: editionId }))
    return { input: { id } }
  },
}
