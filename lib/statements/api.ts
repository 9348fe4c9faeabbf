import { z } from "zod"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { refuseStatement, withdrawStatement } from "@/lib/statements/commands/end"
import { prepareStatement, refreshStatement } from "@/lib/statements/commands/prepare"
import { countersignStatement, signStatement } from "@/lib/statements/commands/sign"
import { listStatements } from "@/lib/statements/queries/list"
import { documentOf, statementOf } from "@/lib/statements/queries/page"
import {
  countersignStatementSchema, declarationsSchema, endStatementSchema, factsSchema, prepareStatementSchema, refreshStatementSchema,
  signStatementSchema, statementFilterSchema, statementStates,
} from "@/lib/statements/schema"

const one = z.object({ id: z.uuid() })
const changed = z.object({ id: z.string(), version: z.number().int() })
const signed = changed.extend({ documentSha256: z.string() })
const status = z.enum(statementStates)
const listed = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), quarter: z.string(), status, preparedAt: z.iso.datetime(), version: z.number().int(),
  signatures: z.array(z.object({ kind: z.string(), personName: z.string(), signedAt: z.iso.datetime() })),
})
const full = z.object({
  id: z.string(), unitId: z.string(), number: z.string(), quarter: z.string(), language: z.string(), status, version: z.number().int(),
  text: z.string(), declarations: declarationsSchema, exceptions: z.string(), unfinished: z.string(), facts: factsSchema, factsHash: z.string(),
  documentSha256: z.string().nullable(),
  signatures: z.array(z.object({ kind: z.string(), role: z.string(), personName: z.string(), hash: z.string(), signedAt: z.iso.datetime() })),
})

export const statementOperations: Operation[] = [
  operation({
    method: "GET", path: "/statements", summary: "Accountability statements of the units that you reach, newest first", kind: "list",
    input: statementFilterSchema, output: z.object({ items: z.array(listed), next: z.string().nullable() }), run: listStatements,
  }),
  operation({ method: "POST", path: "/statements", summary: "Make the statement of a unit's quarter ready", kind: "create", input: prepareStatementSchema, output: changed.extend({ number: z.string() }), run: prepareStatement }),
  operation({ method: "GET", path: "/statements/{id}", summary: "A statement with its facts and signatures", kind: "record", input: one, output: full, run: (actor, { id }) => statementOf(actor, id) }),
  operation({
    method: "GET", path: "/statements/{id}/document", summary: "The PDF that was made when it was signed; with `copy=countersigned` the company's", kind: "file",
    input: one.extend({ copy: z.literal("countersigned").optional() }), output: z.unknown(), run: documentOf,
  }),
  operation({ method: "POST", path: "/statements/{id}/prepare", summary: "Take the facts anew, before it is signed", kind: "change", input: refreshStatementSchema, output: changed, run: refreshStatement }),
  operation({ method: "POST", path: "/statements/{id}/sign", summary: "Sign, with the hash of the facts that were read and the password again", kind: "change", input: signStatementSchema, output: signed, run: signStatement }),
  operation({ method: "POST", path: "/statements/{id}/refuse", summary: "Refuse to sign, with a reason", kind: "change", input: endStatementSchema, output: changed, run: refuseStatement }),
  operation({ method: "POST", path: "/statements/{id}/countersign", summary: "Countersign for the company, with the password again", kind: "change", input: countersignStatementSchema, output: signed, run: countersignStatement }),
  operation({ method: "POST", path: "/statements/{id}/withdraw", summary: "Withdraw, with a reason; a new one follows", kind: "change", input: endStatementSchema, output: changed, run: withdrawStatement }),
]
