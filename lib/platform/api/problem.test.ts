import { expect, test, vi } from "vitest"
import { fault } from "./problem"

const request = new Request("http://localhost/api/v1/me", { headers: { "accept-language": "en" } })
const coded = (message: string, code: string) => Object.assign(new Error(message), { code })

test.each([
  coded("connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED"),
  coded("the database system is starting up", "57P03"),
  new Error("a statement failed", { cause: coded("read ECONNRESET", "ECONNRESET") }),
])("while the database does not answer, a caller is told to come again: %s", async (error) => {
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true)
  const response = fault(request, error)
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"])
  expect(await response.json()).toMatchObject({ code: "unavailable", detail: "This cannot be done just now: try again in a while." })
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})

test("a fault of ours tells the caller nothing of it", async () => {
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true)
  const response = fault(request, new Error("column \"secret\" does not exist"))
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain("secret")
  log.mockRestore()
})
