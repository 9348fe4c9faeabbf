import { z } from "zod"
import type { Operation } from "@/lib/platform/endpoint"

type Json = Record<string, unknown>

const problemSchema = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    errors: { type: "array", items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } } },
  },
}

/** The OpenAPI 3.1 document of the operations, from the very schemas that check them. */
export function openapi(operations: Operation[], version: string, server: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Keypoint", version },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, schemas: { Problem: problemSchema } },
    paths,
  }
}

function describe(operation: Operation): Json {
  const properties = propertiesOf(operation.input)
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((part) => part[1] ?? "")
  const rest = Object.entries(properties.properties).filter(([name]) => !inPath.includes(name))
  const parameters = inPath.map((name): Json => ({ name, in: "path", required: true, schema: properties.properties[name] ?? { type: "string" } }))
  if (operation.method === "GET") {
    parameters.push(...rest.map(([name, schema]) => ({ name, in: "query", required: properties.required.includes(name), schema })))
  }
  if (operation.kind === "create") parameters.push({ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string" } })
  if (operation.kind === "change") parameters.push({ name: "If-Match", in: "header", required: false, schema: { type: "string" } })
  const status = operation.kind === "create" ? "201" : "200"
  return {
    summary: operation.summary,
    parameters,
    ...(operation.method === "GET" ? {} : { requestBody: bodyOf(rest, properties.required, operation.multipart) }),
    responses: {
      [status]: { description: "OK", content: contentOf(operation) },
      default: { description: "Refused", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
  }
}

function contentOf(operation: Operation): Json {
  if (operation.kind === "file") return { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
  return { "application/json": { schema: schemaOf(operation.output, "output") } }
}

function bodyOf(given: [string, unknown][], required: string[], multipart = false): Json {
  const files: [string, unknown] = ["file", { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } }]
  const properties = multipart ? [...given, files] : given
  const names = properties.map(([name]) => name)
  const schema = { type: "object", properties: Object.fromEntries(properties), required: required.filter((name) => names.includes(name)) }
  return { content: { [multipart ? "multipart/form-data" : "application/json"]: { schema } } }
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" })
  return rest
}

function propertiesOf(input: z.ZodType | undefined): { properties: Json; required: string[] } {
  if (!input) return { properties: {}, required: [] }
  const { properties, required } = schemaOf(input, "input")
  return {
    properties: typeof properties === "object" && properties !== null ? { ...properties } : {},
    required: Array.isArray(required) ? required.filter((name) => typeof name === "string") : [],
  }
}
