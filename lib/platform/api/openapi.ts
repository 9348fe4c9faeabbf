import { z } from "zod"
import type { Operation } from "@/lib/platform/endpoint"

export type Json = Record<string, unknown>

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "errors"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    errors: { type: "array", items: { type: "object", required: ["path", "message"], properties: { path: { type: "string" }, message: { type: "string" } } } },
  },
}

/** Everything that may be refused, in the same shape (RFC 9457). */
export const refused = { description: "Refused", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }

/** The OpenAPI 3.1 document of the operations, from the very schemas that check them; `streamed` are paths that are no operations. */
export function openapi(operations: Operation[], streamed: Record<string, Json>, version: string, server: string): Json {
  const paths: Record<string, Json> = { ...streamed }
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
  const { properties, required } = propertiesOf(operation.input)
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((part) => part[1] ?? "")
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name))
  return {
    operationId: idOf(operation),
    tags: [operation.path.split("/")[1] ?? ""],
    summary: operation.summary,
    parameters: [
      ...inPath.map((name): Json => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } })),
      ...(operation.method === "GET" ? rest.map(([name, schema]): Json => ({ name, in: "query", required: required.includes(name), schema })) : []),
      ...(operation.kind === "create" ? [header("Idempotency-Key", "The same key again is answered as before, and nothing more is done")] : []),
      ...(operation.kind === "change" ? [header("If-Match", "The ETag of the version that was seen; another one by now is 409")] : []),
    ],
    ...(operation.method === "GET" ? {} : { requestBody: bodyOf(rest, required, operation.multipart) }),
    responses: { [operation.kind === "create" ? "201" : "200"]: { description: "Done", content: contentOf(operation) }, default: refused },
  }
}

function header(name: string, description: string): Json {
  return { name, in: "header", required: false, description, schema: { type: "string" } }
}

function idOf({ method, path }: Operation): string {
  const words = path.replaceAll(/[{}]/g, "").split(/[/-]/).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("")
}

function contentOf(operation: Operation): Json {
  if (operation.kind === "file") return { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
  return { "application/json": { schema: schemaOf(operation.output, "output") } }
}

function bodyOf(given: [string, unknown][], required: string[], multipart = false): Json {
  const files: [string, unknown] = ["file", { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } }]
  const properties = multipart ? [...given, files] : given
  const names = properties.map(([name]) => name)
  const wanted = required.filter((name) => names.includes(name))
  const schema = { type: "object", properties: Object.fromEntries(properties), required: wanted }
  return { required: wanted.length > 0, content: { [multipart ? "multipart/form-data" : "application/json"]: { schema } } }
}

// An answer may tell more one day: who reads it must not refuse what is new.
function mayGrow(schema: { additionalProperties?: unknown }) {
  if (schema.additionalProperties === false) delete schema.additionalProperties
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: ({ jsonSchema }) => io === "output" && mayGrow(jsonSchema) })
  return rest
}

// Types as they are after coercion and preprocessing, which as input would say nothing; required only what is so on both sides.
function propertiesOf(input: z.ZodType | undefined): { properties: Json; required: string[] } {
  if (!input) return { properties: {}, required: [] }
  const [given, parsed] = [schemaOf(input, "input"), schemaOf(input, "output")]
  const asked = z.array(z.string()).catch([]).parse(given.required)
  const properties = z.record(z.string(), z.unknown()).catch({}).parse(parsed.properties)
  const preprocessed = given.properties === undefined
  const required = z.array(z.string()).catch([]).parse(parsed.required)
  return { properties, required: required.filter((name) => preprocessed || asked.includes(name)) }
}
