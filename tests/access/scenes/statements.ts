import type { Quarter } from "@/lib/platform/periods"
import { prepareStatement } from "@/lib/statements/commands/prepare"
import { signStatement } from "@/lib/statements/commands/sign"
import { statementOf } from "@/lib/statements/queries/page"
import { gave } from "../../builders/evidence"
import { buildQuarter, finishTest, password } from "../../builders/quarter"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const quarter: Quarter = "2025-Q3"

async function ready(stage: Stage) {
  const { tests } = await buildQuarter(stage, quarter)
  const { id } = gave(await prepareStatement(stage.people.finance, { unitId: stage.east, quarter, language: "zh-CN" }))
  return { id, tests }
}

async function read(stage: Stage, id: string) {
  const statement = await statementOf(stage.people.manager, id)
  return { id, factsHash: statement?.factsHash ?? "", exceptions: "", declared: true, unfinished: words, password }
}

/** A statement of EAST that its manager has signed. */
export async function signedStatement(stage: Stage): Promise<string> {
  const { id } = await ready(stage)
  gave(await signStatement(stage.people.manager, await read(stage, id)))
  return id
}

export const statements: Record<string, SetScene> = {
  "statements.prepare": async (stage) => {
    await buildQuarter(stage, quarter)
    return { input: { unitId: stage.east, quarter, language: "zh-CN" } }
  },
  "statements.refresh": async (stage) => {
    const { id, tests: [, , unfinished] } = await ready(stage)
    if (unfinished) await finishTest(unfinished)
    return { input: { id } }
  },
  "statements.sign": async (stage) => ({ input: await read(stage, (await ready(stage)).id) }),
  "statements.countersign": async (stage) => ({ input: { id: await signedStatement(stage), password } }),
  "statements.refuse": async (stage) => ({ input: { id: (await ready(stage)).id, reason: words } }),
  "statements.withdraw": async (stage) => ({ input: { id: (await ready(stage)).id, reason: words } }),
}
