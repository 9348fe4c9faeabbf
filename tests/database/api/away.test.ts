import pg from "pg"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { connect, database } from "@/lib/platform/database"
import { isAway } from "@/lib/platform/errors"
import { hashToken } from "@/lib/platform/api/caller"
import { call } from "../../builders/api"

const token = `kp_${"a".repeat(40)}`
const pdf = new Blob(["%PDF-1.7"], { type: "application/pdf" })
const form = () => {
  const data = new FormData()
  data.append("file", pdf, "a.pdf")
  return data
}

describe("while the database does not answer", () => {
  beforeAll(() => {
    globalThis.keypointDatabase = connect("postgresql://nobody@127.0.0.1:1/nowhere")
    vi.spyOn(process.stderr, "write").mockReturnValue(true)
    return () => {
      globalThis.keypointDatabase = undefined
      vi.restoreAllMocks()
    }
  })
  const asked = (method: string, body?: FormData) => new Request("http://localhost:3000/api/v1/somewhere", { method, body, headers: { authorization: `Bearer ${token}` } })

  test("an ordinary operation says so", async () => {
    expect(await call(token, "GET", "/me")).toMatchObject({ status: 503, body: { code: "unavailable" } })
  })

  test.each(["evidence", "handbook-imports", "unit-imports"])("and so does the upload to %s", async (name) => {
    const { POST } = await import(`@/app/api/v1/${name}/route.ts`)
    const answer: Response = await POST(asked("POST", form()))
    expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toMatchObject([503, "5", { code: "unavailable" }])
  })

  test("and a file", async () => {
    const { GET } = await import("@/app/api/v1/files/[sha256]/route")
    const answer: Response = await GET(asked("GET"), { params: Promise.resolve({ sha256: hashToken("") }) })
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: "unavailable" }])
  })
})

describe("what PostgreSQL's client says without a code", () => {
  const options = () => ({ connectionString: process.env.DATABASE_APP_URL, max: 1, connectionTimeoutMillis: 100 })

  test("that no connection became free in time is that the database is away", async () => {
    const pool = new pg.Pool(options())
    const held = await pool.connect()
    const error: unknown = await pool.connect().catch((reason: unknown) => reason)
    held.release()
    await pool.end()
    expect([String(error), isAway(error)]).toEqual(["Error: timeout exceeded when trying to connect", true])
  })

  test("that a connection broke while it was asked is so too", async () => {
    const client = new pg.Client(options())
    client.on("error", () => {})
    await client.connect()
    const asking = client.query("select pg_sleep(30)").catch((reason: unknown) => reason)
    const [{ pid } = { pid: 0 }] = await database().$queryRaw<{ pid: number }[]>`select max(pid) as pid from pg_stat_activity where query = 'select pg_sleep(30)'`
    expect(pid).toBeGreaterThan(0)
    Reflect.get(Reflect.get(client, "connection"), "stream").destroy()
    const error = await asking
    expect([String(error), isAway(error)]).toEqual(["Error: Connection terminated unexpectedly", true])
  })
})
