import path from "node:path"
import { beforeAll } from "vitest"
import { cookieName } from "@/lib/platform/session"
import { at } from "../builders/evidence"
import { buildStage, type Caller, type Stage } from "./cast"
import { withTrail } from "./columns"
import { outcomeOf } from "./outcome"
import { rehearse, rehearsing } from "./rehearsal"
import { cleanDatabase } from "../setup/database"
import { begin } from "./request"
import { actions } from "./routes"
import { scenes } from "./scenes/all"
import type { Scene } from "./scenes/scene"
import { provesTable } from "./table"
import { type Observed, observed, rowOf } from "./trail"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

const known = actions()
let stage: Stage
beforeAll(async () => {
  rehearsing(process.env.DATABASE_APP_URL ?? "")
  stage = await buildStage()
})

type Act = (form: FormData) => Promise<unknown>

async function actionOf(route: string): Promise<Act> {
  const { file = "", name = "" } = known.find((action) => action.route === route) ?? {}
  const exported: Record<string, unknown> = await import(path.resolve(import.meta.dirname, "../..", file))
  const action = exported[name]
  if (typeof action !== "function") throw new Error(`${file} exports no ${name}`)
  // A form's action is given the state before; one that a button or an effect calls is not.
  return async (form) => (action.length < 2 ? action(form) : action({ status: "idle" }, form))
}

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) form.append(name, String(one))
  }
  return form
}

async function fieldsOf(scene: Scene, { actor, session }: Caller): Promise<Record<string, unknown>> {
  return actor && session && scene.own ? scene.own(actor, session.id) : (scene.form ?? scene.input ?? {})
}

async function called(act: Act, scene: Scene, caller: Caller, fields: Record<string, unknown>): Promise<string> {
  begin({ ...scene.cookies, ...(caller.session ? { [cookieName()]: caller.session.cookie } : {}) }, scene.day ? at(scene.day) : undefined)
  const word = await outcomeOf(() => act(formOf(fields)))
  return scene.late && word === `wrong-state:${scene.late}` ? "too-late" : word
}

provesTable("actions", known.map(({ route }) => route), (route) => rehearse(async () => {
  const act = await actionOf(route)
  const set = scenes[route]
  if (!set) throw new Error(`${route} has no scene: add one to tests/access/scenes/, a state in which whoever may do it can, and what they send (docs/decisions/012-who-may-do-what.md)`)
  const scene = await set(stage)
  const got = new Map<Caller, Observed>()
  for (const caller of stage.callers) got.set(caller, await observed(caller, () => fieldsOf(scene, caller), (fields) => called(act, scene, caller, fields)))
  return rowOf(got)
}), withTrail)
