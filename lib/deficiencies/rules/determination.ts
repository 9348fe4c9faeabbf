import type { Grade } from "@/lib/deficiencies/schema/values"

/** Whether a material weakness still waits for leadership's final word; until then it counts as one (domain.md § 5). */
export function awaitsDetermination(grade: Grade | null, gradings: readonly { kind: string }[]): boolean {
  return grade === "material-weakness" && gradings.filter(({ kind }) => kind !== "proposed").at(-1)?.kind !== "determined"
}
