import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { notFound, operation, type Operation } from "@/lib/platform/endpoint"
import { locales } from "@/lib/platform/i18n/locales"
import { textIn } from "@/lib/platform/i18n/text"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { revisePoint } from "@/lib/handbook/commands/revise-point"
import { waiveFault } from "@/lib/handbook/commands/waive"
import { discardEdition, publishEdition, returnEdition, submitEdition } from "@/lib/handbook/commands/editions"
import { overrideApplicability } from "@/lib/handbook/commands/applicability"
import { listEditions } from "@/lib/handbook/queries/editions"
import { listControlPoints } from "@/lib/handbook/queries/list"
import { handbookOverview } from "@/lib/handbook/queries/overview"
import { revisePointSchema } from "@/lib/handbook/schema/revise"
import { unitKinds } from "@/lib/handbook/schema/values"
import * as inputs from "@/lib/handbook/schema/inputs"

const done = z.object({ id: z.uuid() })
const language = z.object({ lang: z.enum(locales).optional() })
const edition = z.object({ id: z.uuid(), number: z.string(), title: z.string(), status: z.string(), effectiveFrom: z.iso.date().nullable(), version: z.number() })
const counts = z.object({ softElements: z.number(), processes: z.number(), controlPoints: z.number(), perKind: z.array(z.object({ kind: z.enum(unitKinds), controlPoints: z.number() })) })
const point = z.object({
  id: z.uuid(), code: z.string(), title: z.string(), description: z.string(), node: z.string(), aspect: z.string().nullable(), frequency: z.string(),
  nature: z.string(), provenance: z.string(), applicable: z.boolean().nullable(), owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

type Language = z.infer<typeof language>

/** The handbook over HTTP (interfaces.md). */
export const handbookOperations: Operation[] = [
  operation({
    method: "GET", path: "/handbook", kind: "record", summary: "The edition in force and what it holds", input: language,
    output: z.object({ edition: z.object({ id: z.uuid(), number: z.string(), title: z.string(), effectiveFrom: z.iso.date() }).nullable(), counts, ...counts.shape }),
    run: async (actor, { lang }) => {
      const { edition: current, counts: found } = await handbookOverview(actor)
      const named = current && { id: current.id, number: current.number, title: said(actor, lang, { zh: current.titleZh, en: current.titleEn }), effectiveFrom: current.effectiveFrom }
      return { edition: named, counts: found, ...found }
    },
  }),
  operation({
    method: "GET", path: "/control-points", kind: "list", summary: "Control points of the edition in force", input: inputs.pointFilter.extend(language.shape),
    output: z.object({ items: z.array(point), next: z.string().nullable() }),
    run: async (actor, { lang, ...filter }) => {
      const { items, next } = await listControlPoints(actor, filter)
      return {
        items: items.map(({ id, code, title, description, node, aspect, frequency, nature, provenance, applicable, owner }) => ({
          id, code, title: said(actor, lang, title), description: said(actor, lang, description), node, aspect, frequency, nature, provenance, applicable,
          owner: owner && { id: owner.id, name: said(actor, lang, owner.name) },
        })),
        next,
      }
    },
  }),
  operation({
    method: "GET", path: "/editions", kind: "list", summary: "Editions of the handbook that the person sees", input: language,
    output: z.object({ items: z.array(edition), next: z.string().nullable() }),
    run: async (actor, { lang }) => ({ items: (await listEditions(actor)).map(({ titleZh, titleEn, ...row }) => ({ ...row, title: said(actor, lang, { zh: titleZh, en: titleEn }) })), next: null }),
  }),
  operation({
    method: "GET", path: "/editions/{id}", kind: "record", summary: "One edition", input: language.extend({ id: z.uuid() }), output: edition,
    run: async (actor, { id, lang }) => {
      const row = (await listEditions(actor)).find((one) => one.id === id)
      if (!row) return notFound
      const { titleZh, titleEn, ...rest } = row
      return { ...rest, title: said(actor, lang, { zh: titleZh, en: titleEn }) }
    },
  }),
  operation({ method: "POST", path: "/editions/{id}/submit-for-review", kind: "change", summary: "Submit a draft for review", input: inputs.submitEdition, output: done, run: submitEdition }),
  operation({ method: "POST", path: "/editions", kind: "create", summary: "Begin a draft from the edition published last: the next edition, or an amendment", input: inputs.beginDraft, output: done.extend({ number: z.string() }), run: beginDraft }),
  operation({ method: "POST", path: "/editions/{id}/waive-fault", kind: "change", summary: "Let one fault of an unpublished edition pass, with a reason", input: inputs.waiveFault, output: done, run: waiveFault }),
  operation({ method: "POST", path: "/editions/{id}/control-points/{pointId}", kind: "change", summary: "Word a point of a draft anew", input: revisePointSchema, output: done.extend({ pointId: z.uuid() }), run: revisePoint }),
  operation({ method: "POST", path: "/editions/{id}/return", kind: "change", summary: "Return an edition with a reason", input: inputs.returnEdition, output: done, run: returnEdition }),
  operation({ method: "POST", path: "/editions/{id}/publish", kind: "change", summary: "Publish an edition from a quarter's first day", input: inputs.publishEdition, output: done, run: publishEdition }),
  operation({ method: "POST", path: "/editions/{id}/discard", kind: "change", summary: "Discard a draft", input: inputs.submitEdition, output: done, run: discardEdition }),
  operation({ method: "POST", path: "/control-points/{pointId}/applicability", kind: "create", summary: "Decide for one unit whether a point applies", input: inputs.overrideApplicability, output: done, run: overrideApplicability }),
]

// The language asked for, else the person's own.
function said(actor: Actor, lang: Language["lang"], text: { zh: string; en: string | null }): string {
  return textIn(lang ?? actor.language, text)
}
