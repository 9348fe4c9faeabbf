import { beforeAll } from "vitest"
import { operations } from "@/app/api/v1/operations"
import { newId } from "@/lib/platform/ids"
import { call } from "../builders/api"
import { at } from "../builders/evidence"
import { cleanDatabase } from "../setup/database"
import { buildStage, type Caller, type Stage } from "./cast"
import { withTrail } from "./columns"
import { toldBy } from "./leaks"
import { words } from "./outcome"
import { rehearse, rehearsing } from "./rehearsal"
import { begin } from "./request"
import { scenes } from "./scenes/all"
import { operationScenes } from "./scenes/operations"
import type { Scene } from "./scenes/scene"
import { provesTable } from "./table"
import { type Observed, observed, rowOf } from "./trail"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

let stage: Stage
beforeAll(async () => {
  rehearsing(process.env.DATABASE_APP_URL ?? "")
  stage = await buildStage()
})

// What takes a file has a route of its own, and stands in files.table.
const routes = operations.filter(({ multipart }) => !multipart).map(({ method, path }) => `${method} ${path}`)

async function sceneOf(route: string): Promise<Scene> {
  const [method = "", path = ""] = route.split(" ")
  const named = operationScenes[route]
  if (method === "GET" && named === undefined) return { input: Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, stage.ids[name] ?? stage.ids[path.split("/")[1] ?? ""] ?? newId()])) }
  const set = typeof named === "string" ? scenes[named] : named
  if (!set) throw new Error(`${route} has no scene: name one of a server action in tests/access/scenes/operations.ts, or write it there (docs/decisions/012-who-may-do-what.md)`)
  return set(stage)
}

/** The path with what the scene sends, and the rest as the body. */
function requestOf(path: string, input: Record<string, unknown>) {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)
  return {
    address: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(input[name])),
    body: Object.fromEntries(Object.entries(input).filter(([name]) => !named.includes(name))),
  }
}

async function called(route: string, scene: Scene, caller: Caller): Promise<string> {
  const [method = "", path = ""] = route.split(" ")
  const { address, body } = requestOf(path, scene.input ?? {})
  begin({}, scene.day ? at(scene.day) : undefined)
  const answer = await call(caller.session?.token ?? null, method, address, method === "GET" ? {} : { body })
  if (scene.late && answer.status === 409) return "too-late"
  if (answer.status >= 300) return words[answer.status] ?? `${answer.status}:${answer.text}`.replaceAll(/\s+/g, "_")
  return method === "GET" ? toldBy(stage, caller, answer.text, route) : "acts"
}

provesTable("api", routes, (route) => rehearse(async () => {
  const scene = await sceneOf(route)
  const got = new Map<Caller, Observed>()
  for (const caller of stage.callers) got.set(caller, await observed(caller, async () => scene, () => called(route, scene, caller)))
  return rowOf(got)
}), withTrail)
