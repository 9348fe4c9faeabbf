import { z } from "zod"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { saveAccount } from "@/lib/scoping/commands/account"
import { approveScope } from "@/lib/scoping/commands/approve"
import { discardScope, draftScope, reviseScope } from "@/lib/scoping/commands/draft"
import { decideUnits, setMateriality } from "@/lib/scoping/commands/prepare"
import { removePart, saveProvider, saveRisk } from "@/lib/scoping/commands/risk"
import { listScopes, scopeOf } from "@/lib/scoping/queries/told"
import { materiality } from "@/lib/scoping/rules/materiality"
import { aboutSchema, accountSchema, approveSchema, decideUnitsSchema, draftSchema, materialitySchema, providerSchema, removeSchema, reviseSchema, riskSchema } from "@/lib/scoping/schema"

const text = z.object({ zh: z.string(), en: z.string().nullable() })
const nothing = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) })
const one = z.object({ id: z.uuid() })
const moment = z.iso.datetime()
const head = z.object({
  id: z.string(), year: z.number(), status: z.string(), revisionOf: z.string().nullable(), draftedAt: moment, approvedAt: moment.nullable(), supersededAt: moment.nullable(),
  version: z.number(), amount: z.number().nullable(),
})
const whole = head.extend({
  editionId: z.string(), reason: z.string().nullable(), opinion: z.string().nullable(), materiality: materiality.nullable(),
  units: z.array(z.object({ unitId: z.string(), inScope: z.boolean(), reason: z.string().nullable() })),
  accounts: z.array(z.object({ id: z.string(), name: text, amount: z.number(), ground: z.string(), reason: z.string().nullable(), processes: z.array(z.string()), shares: z.record(z.string(), z.number()) })),
  risks: z.array(z.object({ id: z.string(), description: text, accounts: z.array(z.string()), likelihood: z.string(), impact: z.string(), points: z.array(z.string()) })),
  providers: z.array(z.object({
    id: z.string(), name: text, service: z.string(), report: z.string(), periodFrom: z.string().nullable(), periodTo: z.string().nullable(), remaining: z.string(), points: z.array(z.string()),
  })),
})
const change = { method: "POST", kind: "change", output: one } as const

/** Yearly scoping over HTTP: the same commands as the pages'. */
export const scopingOperations: Operation[] = [
  operation({ method: "GET", path: "/scopes", summary: "The years that were scoped, the latest first", kind: "list", input: nothing, output: z.object({ items: z.array(head), next: z.null() }), run: listScopes }),
  operation({ method: "GET", path: "/scopes/{id}", summary: "A year's scope with accounts, units, fraud risks and providers", kind: "record", input: one, output: whole, run: (actor, { id }) => scopeOf(actor, id) }),
  operation({ method: "POST", path: "/scopes", summary: "Begin a year's scope", kind: "create", input: draftSchema, output: one, run: draftScope }),
  operation({ ...change, path: "/scopes/{id}/materiality", summary: "Give the year's figures and choose the rule of materiality", input: materialitySchema, run: setMateriality }),
  operation({ ...change, path: "/scopes/{id}/units", summary: "Take units into the scope, or leave them out with a reason", input: decideUnitsSchema, run: decideUnits }),
  operation({ ...change, path: "/scopes/{id}/accounts", summary: "Add or change a significant account", input: accountSchema, run: saveAccount }),
  operation({ ...change, path: "/scopes/{id}/risks", summary: "Add or change a fraud risk", input: riskSchema, run: saveRisk }),
  operation({ ...change, path: "/scopes/{id}/providers", summary: "Add or change an outside provider", input: providerSchema, run: saveProvider }),
  operation({ ...change, path: "/scopes/{id}/remove", summary: "Take an account, a fraud risk or a provider out of a draft", input: removeSchema, run: removePart }),
  operation({ ...change, path: "/scopes/{id}/approve", summary: "Approve a year's scope", input: approveSchema, run: approveScope }),
  operation({ ...change, path: "/scopes/{id}/revise", summary: "Begin a revision of an approved scope, with the reason", input: reviseSchema, run: reviseScope }),
  operation({ ...change, path: "/scopes/{id}/discard", summary: "Throw a draft away", input: aboutSchema, run: discardScope }),
]
