import { z } from "zod"
import { newId } from "@/lib/platform/ids"

type Json = Record<string, unknown>
const object = z.record(z.string(), z.unknown())

/** A body that a schema accepts in form: required fields, those `known` by name, and keys that belong to nothing. */
export function sampleOf(schema: z.ZodType, known: Record<string, unknown>): Json {
  return object.parse(valueOf(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }), "", known))
}

function valueOf(given: unknown, name: string, known: Json): unknown {
  if (name in known) return known[name]
  const schema = object.parse(given)
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray)
  if (choices) return valueOf(choices[0], name, known)
  if ("const" in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  switch (schema.type) {
    case "object": return fieldsOf(schema, known)
    case "array": return [valueOf(schema.items, name, known)]
    case "integer": case "number": return Math.max(1, Number(schema.minimum ?? 1))
    case "boolean": return true
    case "string": return textOf(schema)
    default: return "x"
  }
}

function fieldsOf(schema: Json, known: Json): Json {
  const properties = object.catch({}).parse(schema.properties)
  const wanted = Object.keys(properties).filter((key) => key in known || required(schema).includes(key))
  return Object.fromEntries(wanted.map((key) => [key, valueOf(properties[key], key, known)]))
}

function required(schema: Json): string[] {
  return z.array(z.string()).catch([]).parse(schema.required)
}

function textOf(schema: Json): string {
  if (schema.format === "uuid") return newId()
  if (schema.format === "date") return "2026-11-20"
  if (schema.format === "email") return `${newId()}@keypoint.example`
  const pattern = String(schema.pattern ?? "")
  if (pattern.includes("Q[1-4]")) return "2026-Q3"
  if (pattern.includes("{64}")) return "a".repeat(64)
  return "经核对确属如此".padEnd(Number(schema.minLength ?? 1), "。")
}
