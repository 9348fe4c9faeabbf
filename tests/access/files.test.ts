import path from "node:path"
import { beforeAll } from "vitest"
import { cookieName } from "@/lib/platform/session"
import { at } from "../builders/evidence"
import { cleanDatabase } from "../setup/database"
import type { Caller, Stage } from "./cast"
import { withTrail } from "./columns"
import { outcomeOf, words } from "./outcome"
import { rehearse, rehearsing } from "./rehearsal"
import { begin, proofOf } from "./request"
import { uploads } from "./routes"
import { type Sending, sendings } from "./scenes/sendings"
import { buildStanding } from "./standing"
import { provesTable } from "./table"
import { type Observed, observed, rowOf } from "./trail"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let stage: Stage
beforeAll(async () => {
  rehearsing(process.env.DATABASE_APP_URL ?? "")
  stage = await buildStanding()
})

/** Sent to the route's own code, and taken back. */
async function sent(route: string, { fields, file, day }: Sending, caller: Caller): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append("file", new Blob([Uint8Array.from(file.content)]), file.name)
  const bytes = await new Response(form).blob()
  const headers = { ...proofOf(route, caller.session), accept: "application/json", origin: "http://localhost:3000", "content-type": bytes.type, "content-length": String(bytes.size) }
  begin(caller.session ? { [cookieName()]: caller.session.cookie } : {}, at(day))
  const exported: Record<string, unknown> = await import(path.resolve(import.meta.dirname, "../..", `app${route}/route.ts`))
  const answer: unknown = typeof exported.POST === "function" ? await exported.POST(new Request(`http://localhost:3000${route}`, { method: "POST", headers, body: bytes })) : undefined
  if (!(answer instanceof Response)) throw new Error(`app${route}/route.ts answers no POST`)
  return answer.ok ? outcomeOf(() => answer.json()) : (words[answer.status] ?? `${answer.status}:${await answer.text()}`.replaceAll(/\s+/g, "_"))
}

// What is posted, as a form or by the API; each is sent to its own code and taken back.
provesTable("files", uploads(), async (name) => {
  const route = name.split(" ")[1] ?? ""
  const got = new Map<Caller, Observed>()
  const set = sendings[route]
  if (!set) throw new Error(`${route}: say in tests/access/scenes/sendings.ts what is posted to it`)
  return rehearse(async () => {
    const sending = await set(stage)
    for (const caller of stage.callers) got.set(caller, await observed(caller, async () => sending, () => sent(route, sending, caller)))
    return rowOf(got)
  })
}, withTrail)
