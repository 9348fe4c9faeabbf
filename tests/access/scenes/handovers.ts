import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { handOver, takeOver } from "@/lib/handovers/commands/sign"
import { actingAt } from "@/lib/platform/actor"
import { at, gave } from "../../builders/evidence"
import { password } from "../../builders/quarter"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const day = "2026-11-22"
const acting = (stage: Stage, name: "owner" | "finance" | "evidenceReviewer") => actingAt(stage.people[name], at(day))

// The owner leaves, the head answers meanwhile, the evidence reviewer takes over, the finance lead conducts.
const departure = ({ east, people }: Stage) => ({
  unitId: east, personId: people.owner.personId ?? "", kind: "leaves" as const, leavesOn: day, interimPersonId: people.tester2.personId ?? "", note: words,
})

async function opened(stage: Stage): Promise<string> {
  return gave(await openHandover(acting(stage, "finance"), departure(stage))).id
}

async function divided(stage: Stage): Promise<string> {
  const id = await opened(stage)
  gave(await divideHandover(acting(stage, "finance"), { id, takerPersonId: stage.people.evidenceReviewer.personId ?? "", itemIds: [] }))
  return id
}

async function handedOver(stage: Stage): Promise<string> {
  const id = await divided(stage)
  gave(await handOver(acting(stage, "owner"), { id, password }))
  return id
}

async function takenOver(stage: Stage): Promise<string> {
  const id = await handedOver(stage)
  gave(await takeOver(acting(stage, "evidenceReviewer"), { id, password }))
  return id
}

export const handovers: Record<string, SetScene> = {
  "handovers.open": (stage) => ({ input: departure(stage), day }),
  "handovers.divide": async (stage) => ({ input: { id: await opened(stage), takerPersonId: stage.people.evidenceReviewer.personId }, day }),
  "handovers.hand": async (stage) => ({ input: { id: await divided(stage), password, personId: stage.people.owner.personId, reason: words }, day }),
  "handovers.take": async (stage) => ({ input: { id: await handedOver(stage), password, personId: stage.people.evidenceReviewer.personId, reason: words }, day }),
  "handovers.decline": async (stage) => ({ input: { id: await handedOver(stage), reason: words }, day }),
  "handovers.supervise": async (stage) => ({ input: { id: await takenOver(stage), password }, day }),
  "handovers.cancel": async (stage) => ({ input: { id: await opened(stage), reason: words }, day }),
}
