import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import path from "node:path"
import type { Environment } from "../../lib/platform/env.ts"
import type { Children } from "./children.ts"
import { nameOf } from "./database.ts"
import type { Data } from "./data.ts"

const script = path.resolve(import.meta.dirname, "../seed.ts")

/** Seeds a new database; the seed itself goes on where it was cut off, or finds that all is done. */
export async function seed(children: Children, environment: Environment, data: Data, ownerUrl: string, handed: Record<string, string>) {
  const key = nameOf(ownerUrl)
  if (data.state().seeding[key] === "done" || !existsSync(script)) return
  const isNew = data.state().seeding[key] === "wanted"
  const password = environment.demoPassword ?? data.secrets().demoPassword ?? randomBytes(9).toString("base64url")
  if (isNew && environment.seed === "demo" && !environment.demoPassword) data.keepSecrets({ demoPassword: password })
  await children.complete("The seed", {
    args: ["--import", "tsx", script],
    environment: { ...handed, DATABASE_APP_URL: plannedAnew(handed.DATABASE_APP_URL), DATABASE_URL: ownerUrl, KEYPOINT_DEMO_PASSWORD: password },
  })
  data.remember({ seeding: { ...data.state().seeding, [key]: "done" } })
}

// A plan that is kept from when a table was empty goes through all of it when it is full, and nobody counts tables that fast.
function plannedAnew(appUrl = ""): string {
  const url = new URL(appUrl)
  url.searchParams.set("options", "-c plan_cache_mode=force_custom_plan")
  return url.toString()
}

/** Tells how to sign in. The generated password is told once, at the first start, and then forgotten. */
export function tellSignIn(environment: Environment, data: Data, say: (line: string) => void) {
  if (environment.seed !== "demo") return
  const password = data.secrets().demoPassword
  const known = password ?? (environment.demoPassword ? "KEYPOINT_DEMO_PASSWORD as it was at the first start" : "as shown at the first start")
  say("Sign in as owner, performer, evidence-reviewer, head, finance, tester, tester2, manager, office, internal-audit,")
  say("external-audit, admin … @demo.keypoint.example (all accounts: README.md)")
  say(`Password of all of them: ${known}`)
  data.keepSecrets({ demoPassword: undefined })
}
