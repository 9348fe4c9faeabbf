import type { SetScene } from "./scene"
import { words } from "./scene"

export const evidence: Record<string, SetScene> = {
  "evidence.acceptAction": ({ ids }) => ({ input: { id: ids["evidence-uses"] } }),
  "evidence.acceptManyAction": ({ ids }) => ({ input: { ids: [ids["evidence-uses"]] } }),
  "evidence.returnAction": ({ ids }) => ({ input: { id: ids["evidence-uses"], reason: words } }),
  "evidence.planAction": ({ east }) => ({ input: { unitId: east, quarter: "2026-Q4" }, day: "2026-10-08" }),
}
