import { describe, expect, it } from "vitest"
import { z } from "zod"
import { GET } from "@/app/api/v1/openapi.json/route"
import { operations } from "@/app/api/v1/operations"
import { testLifecycle } from "@/lib/assessments/rules/lifecycle"
import { deficiencyLifecycle } from "@/lib/deficiencies/rules/lifecycle"

const parameter = z.strictObject({
  name: z.string(), in: z.enum(["path", "query", "header"]), required: z.boolean(), schema: z.record(z.string(), z.unknown()), description: z.string().optional(),
})
const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }))
const described = z.strictObject({
  operationId: z.string(), tags: z.array(z.string().min(1)), summary: z.string().min(5), parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.optional() })),
})
const document = z.object({
  openapi: z.literal("3.1.0"), info: z.object({ title: z.literal("Keypoint"), version: z.string() }), servers: z.array(z.object({ url: z.url() })).length(1),
  security: z.tuple([z.object({ token: z.array(z.string()) })]), components: z.object({ securitySchemes: z.object({ token: z.object({ type: z.literal("http") }) }), schemas: z.object({ Problem: z.unknown() }) }),
  paths: z.record(z.string().startsWith("/"), z.record(z.enum(["get", "post", "put", "delete"]), described.optional())),
})

const text = await (await GET()).text()
const api = document.parse(JSON.parse(text))
const all = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]) => (operation ? [{ path, method, ...operation }] : [])))

/** The paths of interfaces.md, "HTTP". */
const promised = [
  "get /me", "get /units", "get /handbook", "get /control-points", "get /obligations", "post /evidence", "get /evidence/{id}", "get /files/{sha256}",
  "get /assessments", "post /assessments", "get /assessments/{id}/tests", "get /tests/{id}", "get /deficiencies", "post /deficiencies", "get /deficiencies/{id}",
  "get /statements", "post /statements/{id}/sign", "get /statements/{id}/document", "get /audit-events",
]

describe("the OpenAPI document", () => {
  it.each(promised)("describes %s", (name) => expect(all.map(({ method, path }) => `${method} ${path}`)).toContain(name))

  it("describes every operation that is served, each with an id of its own", () => {
    const names = all.map(({ method, path }) => `${method} ${path}`)
    for (const operation of operations) expect(names).toContain(`${operation.method.toLowerCase()} ${operation.path}`)
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length)
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
  })

  it("names the parts of a path in one way, as OpenAPI wants it", () => {
    const bare = Object.keys(api.paths).map((path) => path.replaceAll(/\{\w+\}/g, "{}"))
    expect(bare.filter((path, index) => bare.indexOf(path) !== index)).toEqual([])
  })

  it("lets an answer tell more one day", () => {
    expect(all.filter(({ responses }) => JSON.stringify(responses).includes('"additionalProperties":false')).map(({ path }) => path)).toEqual([])
  })

  // A paper is sealed by closing the quarter, and registering is a create of its own.
  it.each([["tests", testLifecycle, ["seal"]], ["deficiencies", deficiencyLifecycle, ["register"]]] as const)("has an event for each in the life of %s", (room, { events }, besides) => {
    const served = new Set(all.filter(({ method }) => method === "post").map(({ path }) => path))
    expect(events.filter((event) => !besides.some((one) => one === event) && !served.has(`/${room}/{id}/${event}`))).toEqual([])
  })

  it.each(all.map((one) => [`${one.method} ${one.path}`, one] as const))("%s is complete", (_name, operation) => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((part) => part[1])
    expect(operation.parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(inPath)
    expect(new Set(operation.parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(operation.parameters.length)
    const good = Object.keys(operation.responses).filter((status) => status.startsWith("2"))
    expect(good).toHaveLength(1)
    expect(operation.responses.default?.content).toHaveProperty(["application/problem+json"])
    if (operation.method === "get") expect(operation.requestBody).toBeUndefined()
    expect(JSON.stringify(operation)).not.toContain('"$ref":"#/$defs')
  })

  it("tells no secrets and no data", () => {
    expect(text).not.toMatch(/only-for-tests|postgres|kp_|keypoint\.example/i)
  })
})
