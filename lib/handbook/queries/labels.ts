import type { Bilingual } from "@/lib/platform/i18n/text"
import { department, position } from "@/lib/handbook/schema/content"
import { onceFor } from "./kept"

/** The names of an edition's departments and positions by code; a code without a name stands for itself. */
export function labelsOf(edition: { departments: unknown; positions: unknown }) {
  const departments = new Map(department.array().parse(edition.departments).map(({ code, title }) => [code, title]))
  const positions = new Map(position.array().parse(edition.positions).map(({ code, title }) => [code, title]))
  const named = (names: Map<string, Bilingual>, code: string): Bilingual => names.get(code) ?? { zh: code, en: code }
  return { department: (code: string) => named(departments, code), position: (code: string) => named(positions, code), departments: [...departments], positions: [...positions] }
}
/** The same, made once for what is kept. */
export const labelsIn = onceFor(labelsOf)
export type Labels = ReturnType<typeof labelsOf>
