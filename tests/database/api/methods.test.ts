import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, test } from "vitest"

const root = path.resolve(import.meta.dirname, "../../..")
const routes = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts") && readFileSync(path.join(root, "app", file), "utf8").includes("wrongMethod("))
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

describe("a route of the API that is no ordinary operation", () => {
  test("there are some", () => expect(routes.length).toBeGreaterThan(3))

  test.each(routes)("%s refuses each method that it does not know, and names those that it knows", async (file) => {
    const exported: Record<string, unknown> = await import(path.join(root, "app", file))
    const refusals = methods.filter((method) => methods.some((other) => other !== method && exported[method] !== undefined && exported[method] === exported[other]))
    const known = methods.filter((method) => exported[method] !== undefined && !refusals.includes(method))
    expect(new Set([...known, ...refusals, ...(known.includes("GET") ? ["HEAD"] : [])])).toEqual(new Set(methods))
    for (const method of refusals) {
      const refuse = exported[method]
      const answer: unknown = typeof refuse === "function" ? refuse(new Request(`http://localhost/api/v1/somewhere`, { method })) : undefined
      if (!(answer instanceof Response)) throw new Error(`${method} answers nothing`)
      expect([method, answer.status]).toEqual([method, 405])
      expect(new Set(answer.headers.get("allow")?.split(", "))).toEqual(new Set([...known, ...(known.includes("GET") ? ["HEAD"] : [])]))
    }
  })
})
