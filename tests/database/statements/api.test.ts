import { createHash } from "node:crypto"
import { beforeAll, expect, test } from "vitest"
import { operations } from "@/app/api/v1/operations"
import { createToken } from "@/lib/access/commands/tokens"
import type { Actor } from "@/lib/platform/actor"
import { serve } from "@/lib/platform/api/serve"
import { statementOf } from "@/lib/statements/queries/page"
import { buildCompany, type Company } from "../../builders/company"
import { buildQuarter, givePasswords, password } from "../../builders/quarter"

let company: Company
beforeAll(async () => {
  company = await buildCompany()
  await givePasswords(company.people.manager)
  await buildQuarter(company, "2026-Q3", { finished: true })
})

/** Answers over HTTP; refusals are worded by the framework, so these are asked of the operation itself. */
async function caller(actor: Actor) {
  const made = await createToken(actor, { name: "测试", days: 1, scopes: ["read", "write"] })
  const token = made.ok ? made.value.token : ""
  return (method: string, path: string, body?: object) => serve(operations, new Request(`http://localhost/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: body && JSON.stringify(body),
  }))
}

async function refusalOf(actor: Actor, method: string, path: string, input: object) {
  const result = await operations.find((operation) => operation.method === method && operation.path === path)?.handle(actor, input)
  if (result === undefined) throw new Error(`no operation ${method} ${path}`)
  return result.ok ? result.value : result.refusal
}

test("a statement is prepared, listed, signed and read over HTTP, and its document is the stored PDF", async () => {
  const { finance, manager, northManager } = company.people
  const [asFinance, asManager] = [await caller(finance), await caller(manager)]
  expect((await asFinance("POST", "/statements", { unitId: company.east, quarter: "2026-Q3" })).status).toBe(201)
  const { items } = await (await asManager("GET", `/statements?unit=${company.east}`)).json()
  const id: string = items[0].id
  const statement = await statementOf(manager, id)
  const input = { id, factsHash: statement?.factsHash, password }
  expect(await refusalOf(manager, "GET", "/statements/{id}/document", { id })).toBeNull()
  expect(await refusalOf(manager, "POST", "/statements/{id}/sign", { ...input, password: "wrong wrong wrong" })).toMatchObject({ code: "invalid", errors: [{ path: "password" }] })
  expect(await refusalOf(finance, "POST", "/statements/{id}/sign", input)).toMatchObject({ code: "not-allowed" })
  expect(await refusalOf(manager, "POST", "/statements/{id}/sign", { id, password })).toMatchObject({ code: "invalid", errors: [{ path: "factsHash", message: "statements.errors.factsUnread" }] })
  expect((await asManager("POST", `/statements/${id}/sign`, { factsHash: statement?.factsHash, password })).status).toBe(200)
  const document = await asManager("GET", `/statements/${id}/document`)
  expect(document.headers.get("content-type")).toBe("application/pdf")
  const bytes = Buffer.from(await document.arrayBuffer())
  expect(createHash("sha256").update(bytes).digest("hex")).toBe((await statementOf(manager, id))?.documentSha256)
  expect(await refusalOf(northManager, "GET", "/statements/{id}/document", { id })).toBeNull()
  expect(await refusalOf(northManager, "GET", "/statements/{id}", { id })).toBeNull()
})
