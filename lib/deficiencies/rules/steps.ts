import type { Status } from "./standing"

/** The way of a deficiency that is remedied; other states leave it or return to it. */
export const way = ["registered", "confirmed", "graded", "planned", "in-remediation", "implemented", "observing", "retesting", "closed"] as const satisfies readonly Status[]
export type WayStep = { key: (typeof way)[number]; state: "done" | "current" | "coming" }

const standsAt: Record<Status, (typeof way)[number]> = {
  registered: "registered", contested: "registered", confirmed: "confirmed", graded: "graded", planned: "planned", "in-remediation": "in-remediation",
  implemented: "implemented", observing: "observing", retesting: "retesting", closed: "closed", accepted: "graded", withdrawn: "registered",
}

/** Where a state stands on the way: contested at the beginning, an accepted risk at its grade; what is closed has it all behind it. */
export function stepsOf(status: Status): WayStep[] {
  const place = way.indexOf(standsAt[status])
  return way.map((key, index) => ({ key, state: index < place || status === "closed" ? "done" : index === place ? "current" : "coming" }))
}
