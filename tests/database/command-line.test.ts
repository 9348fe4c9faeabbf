import { execFile } from "node:child_process"
import path from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { callerOf } from "@/lib/platform/api/caller"
import { actorOfEmail } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { actorOfLink } from "@/lib/access/commands/passwords"
import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { unitOf } from "@/lib/units/queries/units"
import { buildCompany, type Company } from "../builders/company"
import { asOwner } from "../builders/owner"
import { eventsAdded } from "../builders/trail"
import { cleanDatabase } from "../setup/database"

// A chain that is broken here must not be met by other tests.
process.env.DATABASE_APP_URL = (await cleanDatabase()).appUrl
globalThis.keypointDatabase = undefined

const root = path.resolve(import.meta.dirname, "../..")

type Ended = { status: number; out: string; err: string }

/** Runs the command line as its launcher does, on this file's database. */
function keypoint(words: string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "", LC_MESSAGES: "", ...environment }
    execFile(process.execPath, ["--import", "tsx", "scripts/keypoint.ts", ...words], { cwd: root, env }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, out, err })
    })
  })
}

let company: Company
let code = ""
beforeAll(async () => {
  company = await buildCompany()
  code = (await asReader(seed, ({ tx }) => unitOf(tx, company.east)))?.code ?? ""
})

describe("usage", () => {
  it.each([[["--help"]], [["user", "--help"]], [["user", "create", "--help"]], [["token", "create", "--help"]], [["audit", "verify", "--help"]]])("%j helps on standard output", async (words) => {
    expect(await keypoint(words)).toMatchObject({ status: 0, out: expect.stringContaining("Usage:"), err: "" })
  })

  it.each([
    [["nonsense"]], [["user", "create"]], [["user", "create", "--email", "no address", "--name-zh", "赵", "--name-en", "Zhao", "--unit", "X", "--role", "tester"]],
    [["user", "create", "--email", "a@keypoint.example", "--name-zh", "赵", "--name-en", "Zhao", "--unit", "X", "--role", "king"]], [["token", "create", "--email", "a@keypoint.example", "--days", "soon"]],
    [["handbook", "import", "handbook.xlsx", "--draft", "next"]],
  ])("%j is a usage error", async (words) => {
    expect(await keypoint(words)).toMatchObject({ status: 2, out: "", err: expect.stringContaining("error:") })
  })
})

describe("user and token", () => {
  const email = `new-${newId()}@keypoint.example`
  const words = () => ["user", "create", "--email", email, "--name-zh", "赵新", "--name-en", "Zhao Xin", "--unit", code, "--role", "tester"]

  it("creates a person with a role, and prints nothing but a link that holds", async () => {
    const events = await eventsAdded(company.east, async () => {
      const { status, out, err } = await keypoint(words())
      expect({ status, err }).toEqual({ status: 0, err: "" })
      expect(out).toMatch(/^http:\/\/localhost:3000\/set-password\/[\w-]+\n$/)
      expect((await actorOfLink(out.trim().split("/").at(-1) ?? ""))?.email).toBe(email)
    })
    expect(events).toEqual(["units.person-added", "units.role-granted"])
    expect((await actorOfEmail(email))?.grants).toEqual([{ unitId: company.east, role: "tester" }])
  })

  it("says in words why not, in the terminal's language, on one line", async () => {
    const refused = await keypoint(words())
    expect(refused).toMatchObject({ status: 1, out: "" })
    expect(refused.err).toMatch(/^keypoint: .+\n$/)
    expect(refused.err).not.toContain("units.errors")
    expect(refused.err.match(/has this address already/g)).toHaveLength(1)
    expect((await keypoint(["handbook", "import", "package.json"], { LANG: "zh_CN.UTF-8" })).err).toMatch(/^keypoint: \p{Script=Han}/u)
    expect((await keypoint(words(), { LANG: "zh_CN.UTF-8" })).err).toMatch(/\p{Script=Han}/u)
    expect(await keypoint(["token", "create", "--email", "nobody@keypoint.example"])).toEqual({ status: 1, out: "", err: "keypoint: no open account nobody@keypoint.example\n" })
  })

  it("prints only a token, which acts as its person", async () => {
    const { status, out } = await keypoint(["token", "create", "--email", email, "--name", "import", "--days", "2"])
    expect(status).toBe(0)
    expect(out).toMatch(/^kp_[\w-]+\n$/)
    const caller = await callerOf(new Request("http://localhost:3000/api/v1/me", { headers: { authorization: `Bearer ${out.trim()}` } }))
    expect(caller).toMatchObject({ ok: true, value: { email } })
  })

  it("resets an account: a new link, and one event", async () => {
    const events = await eventsAdded(company.east, async () => {
      expect(await keypoint(["user", "reset", "--email", email])).toMatchObject({ status: 0, out: expect.stringContaining("/set-password/") })
    })
    expect(events).toEqual(["access.account-reset"])
  })
})

describe("audit", () => {
  it("verify finds the chains whole, and head prints each one's hash", async () => {
    expect(await keypoint(["audit", "verify"])).toMatchObject({ status: 0, err: "", out: expect.stringContaining(`ok ${code}`) })
    const heads = (await keypoint(["audit", "head"])).out.trim().split("\n").map((line): unknown => JSON.parse(line))
    expect(heads).toContainEqual({ unit: code, sequence: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it("verify names the first broken link and fails, once the database's owner has changed an event", async () => {
    await asOwner(`set session_replication_role = replica; update "AuditEvent" set canonical = replace(canonical, '赵新', '赵旧') where "unitId" = '${company.east}' and sequence = 2`)
    const { status, out, err } = await keypoint(["audit", "verify"])
    expect(status).toBe(1)
    expect(out).toMatch(new RegExp(`BROKEN ${code} at 2: hash event [0-9a-f-]{36}`))
    expect(err).toBe("keypoint: 1 of 2 chains broken\n")
  })
})
