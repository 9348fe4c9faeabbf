import { access } from "./access"
import { assessments } from "./assessments"
import { distributions, releases, scoping } from "./company"
import { deficiencies } from "./deficiencies"
import { evidence } from "./evidence"
import { changeRequests, handbook } from "./handbook"
import { handovers } from "./handovers"
import { accessReviews, borrowings } from "./lending"
import { papers } from "./papers"
import { personnel } from "./personnel"
import type { SetScene } from "./scene"
import { statements } from "./statements"
import { units } from "./units"

/** For every server action, by its name in actions.table; the operations of the API borrow them. */
export const scenes: Record<string, SetScene> = {
  ...access, ...accessReviews, ...borrowings, ...personnel, ...units, ...handbook, ...changeRequests, ...distributions, ...scoping, ...handovers, ...evidence, ...assessments, ...papers, ...deficiencies, ...statements, ...releases,
}
