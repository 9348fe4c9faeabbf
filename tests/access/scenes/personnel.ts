import { compareList } from "@/lib/personnel/commands/compare"
import { listChanges } from "@/lib/personnel/queries/changes"
import { personnelFilterSchema } from "@/lib/personnel/schema"
import { gave } from "../../builders/evidence"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

export const newcomers = [{ row: 2, number: null, email: "joiner@keypoint.example", nameZh: "新人", nameEn: null, unit: null, department: "财务部", position: "收入会计", from: null, to: null }]

/** Somebody whom the list names and the product does not know. */
async function joiner({ people, east }: Stage): Promise<string> {
  gave(await compareList(people.admin, { unitId: east, complete: false, name: "名册.xlsx", rows: newcomers }))
  const { items } = await listChanges(people.admin, personnelFilterSchema.parse({ status: "open", kind: "joiner" }))
  return items.find(({ email }) => email === newcomers[0]?.email)?.id ?? ""
}

export const personnel: Record<string, SetScene> = {
  "personnel.join": async (stage) => ({ input: { id: await joiner(stage), role: "performer" } }),
  "personnel.carryOut": async (stage) => ({ input: { id: await joiner(stage) } }),
  "personnel.dismiss": async (stage) => ({ input: { id: await joiner(stage), reason: words } }),
}
