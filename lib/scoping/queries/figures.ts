import { type Question, valueOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"
import { figures, type YearFigures } from "@/lib/scoping/rules/materiality"

type Kept = { scopeId: string; year: number; figures: unknown }

/** The figures of a year's approved scope, which grading rests on (domain.md § 5); null for a year without one. */
export function figuresOfYear(year: number): Question<Kept | null> {
  return valueOf(Prisma.sql`
    select json_build_object('scopeId', id, 'year', year, 'figures', materiality -> 'figures')
    from "Scope" where year = ${year} and status = 'approved' and materiality is not null limit 1`)
}

/** The same, checked. */
export function readFigures(kept: Kept | null): { scopeId: string; year: number; figures: YearFigures } | null {
  return kept && { ...kept, figures: figures.parse(kept.figures) }
}
